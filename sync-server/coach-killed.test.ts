import { randomBytes } from 'node:crypto'
import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { COACH_PATHS } from '../shared/coach/protocol.ts'
import type { TurnRequest } from '../shared/coach/turn.ts'
import { type LettaDouble, startLettaDouble } from './coach/double/letta-double.ts'
import { readTurn } from './coach/turn-reader.ts'
import { type HttpDevice, signedUp } from './http-contract-subject.ts'
import { newServerFolder, type ServerProcess, startProcess } from './process-under-test.ts'

let folder: string
let letta: LettaDouble
const started: ServerProcess[] = []
beforeAll(async () => {
  folder = await newServerFolder()
  letta = await startLettaDouble()
})
afterAll(async () => {
  for (const { child } of started) child.kill('SIGKILL')
  await letta.close()
  await rm(folder, { recursive: true })
})

async function start() {
  const server = startProcess(folder, {
    COACH: 'letta',
    LETTA_BASE_URL: letta.url,
    LETTA_API_KEY: letta.apiKey,
    LETTA_MODEL: letta.server.models[0] ?? '',
  })
  started.push(server)
  return { ...server, url: await server.url }
}

/** Everything that the servers have written: the database with what lies beside it, their logs, their problems. */
async function written(): Promise<string> {
  const data = join(folder, 'data')
  const files = await Promise.all((await readdir(data)).map((name) => readFile(join(data, name), 'latin1')))
  return [...files, ...started.flatMap(({ output }) => [output.text, output.problems])].join('\n')
}

const post = (url: string, device: HttpDevice, path: string, body: unknown) =>
  device.request('POST', new URL(path, url).href, { body })

it('[E7] one of two turns runs on two processes, and survives the death of its own with not a byte lost; and nobody reads in what is kept', async () => {
  letta.answer = ['Your resting pulse ', 'was Zebrafink ', '58 bpm 👩‍👩‍👧 ', 'in November', ', lower than ', 'before.']
  letta.server.pauseMs = 400
  const whole = letta.answer.join('')
  const request: Omit<TurnRequest, 'turnId'> = {
    key: randomBytes(32).toString('base64url'),
    text: 'Is my Quokkapulse fine?',
    context: { hash: 'Marmothash', value: '{"pulse":"Axolotl 58.25"}' },
    about: 'I live with a Pangolin',
    recent: [{ role: 'person', text: 'Hello Wombat' }],
  }
  const servers = [await start(), await start()]
  const device = await signedUp(servers[0]?.url ?? '')
  // Two tabs ask at once, of two processes.
  const tabs = await Promise.all(
    servers.map(async (server) => {
      const turnId = crypto.randomUUID()
      const response = await post(server.url, device, COACH_PATHS.turns, { ...request, turnId })
      return { server, turnId, turn: readTurn(response) }
    }),
  )
  const heard = await Promise.all(tabs.map(({ turn }) => turn.until(20)))
  expect(heard.flatMap(({ ends }) => ends)).toMatchObject([{ type: 'error', code: 'busy', accepted: 'no' }])
  const runs = heard.findIndex(({ ends }) => ends.length === 0)
  const [first, second, { text, at } = { text: '', at: 0 }] = [tabs[runs], tabs[1 - runs]?.server, heard[runs]]
  if (first === undefined || second === undefined) throw new Error('one runs')
  first.server.child.kill('SIGKILL')
  await first.server.exit
  // Cut in the middle, as it must be: what it had brought by then is what counts.
  await first.turn.over.catch(() => undefined)
  expect(text.length).toBeLessThan(whole.length)

  const { turnId } = first
  const { key } = request
  const rest = await readTurn(await post(second.url, device, COACH_PATHS.resume, { turnId, key, after: at })).over
  expect(text + rest.text).toBe(whole)
  expect(rest.ends).toMatchObject([{ type: 'done', text: whole }])
  const rows = [...letta.state.agents.values()].flatMap((agent) => agent.rows)
  expect(rows.filter(({ message_type }) => message_type === 'user_message')).toHaveLength(1)

  // What goes wrong says no more than what goes well.
  letta.faults.push({
    on: /POST \/v1\/conversations/,
    fault: { kind: 'status', status: 400, body: { detail: 'INVALID_ARGUMENT: Quokkapulse, Axolotl 58.25' } },
  })
  const failed = await post(second.url, device, COACH_PATHS.turns, { ...request, turnId: crypto.randomUUID() })
  expect((await readTurn(failed).over).ends).toMatchObject([{ type: 'error' }])
  await post(second.url, device, COACH_PATHS.resume, { turnId, key: request.key.toLowerCase(), after: 0 })

  const kept = await written()
  expect(kept).toContain(turnId)
  for (const secret of ['Zebrafink', 'Quokka', 'Marmot', 'Axolotl', '58.25', 'Pangolin', 'Wombat', 'November', key])
    expect([secret, kept.includes(secret)]).toEqual([secret, false])
  expect(kept).not.toContain('INVALID_ARGUMENT')
  expect(kept).not.toContain(letta.apiKey)
}, 60_000)
