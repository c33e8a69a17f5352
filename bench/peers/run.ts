import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { access } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import { median } from '../statistics.ts'
import { moveTenYears } from '../sync/move-ten-years.ts'
import { SyncServer } from '../sync/sync-server.ts'
import { tenYearsOfDocuments } from '../sync/ten-years-documents.ts'

/**
 * `npm run bench:peers`: ten years of documents sent by one device and taken by another, by OwnIt and by others one after
 * the other, each with its own server on loopback. Prints one JSON object a line; exit code 1 when OwnIt is not so much
 * faster as it is to be.
 */
const HERE = import.meta.dirname
const RUNS = 3
const PEERS = [
  { name: 'evolu', script: 'evolu-peer.mjs', fasterBy: 3 },
  { name: 'yjs', script: 'yjs-peer.mjs', fasterBy: 1 },
] as const

const timesSchema = z.array(z.object({ push: z.number(), bootstrap: z.number() })).min(1)
type Times = z.infer<typeof timesSchema>

await installOnce()
const ours = summaryOf(await timesOfOurs())
print({ system: 'ownit', ...ours })
for (const { name, script, fasterBy } of PEERS) {
  const theirs = summaryOf(await timesOf(script))
  const faster = { push: theirs.push / ours.push, bootstrap: theirs.bootstrap / ours.bootstrap }
  const pass = Math.min(faster.push, faster.bootstrap) >= fasterBy
  if (!pass) process.exitCode = 1
  print({
    system: name,
    ...theirs,
    pushOverOurs: round(faster.push),
    bootstrapOverOurs: round(faster.bootstrap),
    budget: fasterBy,
    pass,
  })
}

/** Whole ms. */
function summaryOf(times: Times) {
  return {
    push: Math.round(median(times.map(({ push }) => push))),
    bootstrap: Math.round(median(times.map(({ bootstrap }) => bootstrap))),
    unit: 'ms',
  }
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}

function print(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`)
}

async function timesOfOurs(): Promise<Times> {
  const server = await SyncServer.start()
  const times: Times = []
  for (let run = -1; run < RUNS; run += 1) {
    const { push, bootstrap } = await moveTenYears(server)
    // The first run finds nothing compiled.
    if (run >= 0) times.push({ push, bootstrap })
  }
  await server.stop()
  return times
}

/** Runs a peer in a process of its own, which says its times in its last line. */
async function timesOf(script: string): Promise<Times> {
  const child = spawn(process.execPath, [join(HERE, script)], { cwd: HERE, stdio: ['pipe', 'pipe', 'inherit'] })
  child.stdin.end(JSON.stringify(tenYearsOfDocuments()))
  const chunks: Buffer[] = []
  child.stdout.on('data', (chunk) => chunks.push(chunk))
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`${script} ended with ${code}`)
  const last = Buffer.concat(chunks).toString().trimEnd().split('\n').at(-1) ?? ''
  return timesSchema.parse(JSON.parse(last))
}

/** The peers are no dependencies of the project: they are installed here, exactly as locked, and run no install scripts. */
async function installOnce(): Promise<void> {
  const isThere = await access(join(HERE, 'node_modules/.package-lock.json')).then(
    () => true,
    () => false,
  )
  if (isThere) return
  const npm = spawn('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: HERE,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  })
  const [code] = await once(npm, 'close')
  if (code !== 0) throw new Error('the peers could not be installed')
}
