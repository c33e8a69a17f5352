import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import WebSocket from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { documentsIn, freePort, printRuns, until } from './harness.mjs'

/**
 * Yjs with y-websocket: one client that sends everything, and a second one that takes it, in ms. A document is a map of
 * fields, written in a transaction of its own. Nothing is encrypted, and the server keeps nothing on a disk.
 */
const RUNS = 3
const documents = await documentsIn()
const port = await freePort()
const folder = dirname(fileURLToPath(import.meta.resolve('@y/websocket-server/package.json')))
const server = spawn(process.execPath, [join(folder, 'src/server.js')], {
  env: { ...process.env, HOST: '127.0.0.1', PORT: String(port) },
  stdio: ['ignore', 'pipe', 'inherit'],
})
process.once('exit', () => server.kill())
await once(server.stdout, 'data')
await printRuns(RUNS, (run) => measure(`room-${run}`))
process.exit(0)

async function measure(room) {
  const first = new Y.Doc()
  const map = first.getMap('documents')
  for (const { collection, id, fields } of documents)
    first.transact(() => map.set(`${collection}/${id}`, new Y.Map(Object.entries(fields))))
  const sent = performance.now()
  const sender = connect(room, first)
  await heard(sender, 'sync')
  // The server takes messages in their order: what it answers now, it answers after it has taken everything in.
  await new Promise((resolve) => {
    sender.ws.once('pong', resolve)
    sender.ws.ping()
  })
  const push = performance.now() - sent

  const second = new Y.Doc()
  const asked = performance.now()
  const taker = connect(room, second)
  await until(() => second.getMap('documents').size === documents.length)
  const bootstrap = performance.now() - asked
  sender.destroy()
  taker.destroy()
  return { push, bootstrap }
}

function connect(room, doc) {
  return new WebsocketProvider(`ws://127.0.0.1:${port}`, room, doc, { WebSocketPolyfill: WebSocket, disableBc: true })
}

function heard(provider, event) {
  return new Promise((resolve) => provider.once(event, resolve))
}
