import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  AppName,
  Number as anyNumber,
  String as anyString,
  createBroadcastChannel,
  createConsoleStoreOutput,
  createEvolu,
  createMessageChannel,
  createMessagePort,
  createRandomBytes,
  createRun,
  createWebSocket,
  id,
  testCreateLockManager,
  testCreateSharedWorker,
  testCreateWorker,
} from '@evolu/common'
import {
  createAppOwner,
  createEvoluDeps,
  createOwnerSecret,
  createOwnerWebSocketTransport,
  createQueryBuilder,
  initSharedWorker,
  startDbWorker,
} from '@evolu/common/local-first'
import { createBetterSqliteDriver } from '@evolu/nodejs'
import Database from 'better-sqlite3'
import { documentsIn, freePort, printRuns, until } from './harness.mjs'

/**
 * Evolu, which encrypts as well: one device that sends everything to Evolu's relay, and a second one that takes it, in ms.
 * Its client has no package for Node, so its parts run in one thread over the in-memory workers that it brings for such
 * platforms, on better-sqlite3 in memory. A document is a row, and rows are there before anything is timed.
 */
const RUNS = 2
const documents = await documentsIn()
const home = mkdtempSync(join(tmpdir(), 'evolu-peer-'))
const port = await freePort()
const relay = spawn(process.execPath, [join(import.meta.dirname, 'evolu-relay.mjs'), String(port)], {
  cwd: home,
  stdio: ['ignore', 'pipe', 'inherit'],
})
process.once('exit', () => {
  relay.kill()
  rmSync(home, { recursive: true, force: true })
})
await new Promise((resolve) => {
  relay.stdout.on('data', (text) => String(text).includes('listening') && resolve())
})

const numbers = (...names) => Object.fromEntries(names.map((name) => [name, anyNumber]))
const strings = (...names) => Object.fromEntries(names.map((name) => [name, anyString]))
const schema = {
  day: { id: id('Day'), ...strings('date'), ...numbers('weight', 'steps', 'sleep', 'calories', 'protein') },
  mood: {
    id: id('Mood'),
    ...strings('date', 'time', 'emoji', 'tags', 'reflection'),
    ...numbers('rating', 'energy', 'stress'),
  },
}
const createQuery = createQueryBuilder(schema)
const countOf = (table) => createQuery((db) => db.selectFrom(table).select(({ fn }) => fn.countAll().as('rows')))
const counts = [countOf('day'), countOf('mood')]

const stored = new Database(join(home, 'evolu-relay.db'), { readonly: true })
const storedMessages = stored.prepare('SELECT count(*) FROM evolu_message').pluck()

await printRuns(RUNS, measure)
process.exit(0)

async function measure(run) {
  const owner = createAppOwner(createOwnerSecret({ randomBytes: createRandomBytes() }))
  const transports = [createOwnerWebSocketTransport({ url: `ws://127.0.0.1:${port}`, ownerId: owner.id })]
  const first = await device(`first-${run}`, owner)
  for (const { collection, fields } of documents)
    first.insert(collection, collection === 'mood' ? { ...fields, tags: fields.tags.join() } : fields)
  await until(async () => (await held(first)) === documents.length)
  const before = storedMessages.get()
  const sent = performance.now()
  // biome-ignore lint/correctness/useHookAtTopLevel: a method of Evolu that is named like a hook and is none.
  first.useOwner(owner, transports)
  await until(() => storedMessages.get() - before === documents.length)
  const push = performance.now() - sent

  const second = await device(`second-${run}`, owner)
  const asked = performance.now()
  // biome-ignore lint/correctness/useHookAtTopLevel: a method of Evolu that is named like a hook and is none.
  second.useOwner(owner, transports)
  await until(async () => (await held(second)) === documents.length, 20)
  return { push, bootstrap: performance.now() - asked }
}

async function device(name, appOwner) {
  const lockManager = testCreateLockManager()
  const channels = { createBroadcastChannel, createMessageChannel, createMessagePort, lockManager }
  const workers = createRun({
    ...channels,
    consoleStoreOutputEntry: createConsoleStoreOutput().entry,
    createWebSocket,
    createSqliteDriver: createBetterSqliteDriver,
  })
  const sharedWorker = testCreateSharedWorker()
  await workers.orThrow(initSharedWorker(sharedWorker.self))
  sharedWorker.connect()
  const createDbWorker = () => {
    const worker = testCreateWorker()
    void workers(startDbWorker(worker.self))
    return worker
  }
  const run = createRun(createEvoluDeps({ ...channels, createDbWorker, reloadApp: () => undefined, sharedWorker }))
  const config = { appName: AppName.orThrow(name), appOwner, transports: [], memoryOnly: true }
  return run.orThrow(createEvolu(schema, config))
}

async function held(evolu) {
  const rows = await Promise.all(counts.map((query) => evolu.loadQuery(query)))
  return rows.reduce((sum, [row]) => sum + Number(row.rows), 0)
}
