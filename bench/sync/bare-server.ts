import { createServer, type IncomingMessage } from 'node:http'
import { gunzipSync } from 'node:zlib'
import Database from 'better-sqlite3'

/**
 * The floor that the server is measured against, in a process of its own: `node bare-server.ts FILE` listens on a free port
 * and prints it. The same statements on the same tables in the same transaction as an exchange, and nothing around them: no
 * session, no check of a message, no limit, no digest, no log.
 */
const [file] = process.argv.slice(2)
if (file === undefined) throw new Error('which file?')
const database = new Database(file)
database.pragma('journal_mode = WAL')
database.pragma('synchronous = NORMAL')
database.pragma('foreign_keys = ON')
database.pragma('wal_autocheckpoint = 4000')
database.pragma('cache_size = -16384')
database.exec(`
  CREATE TABLE account_state (
    id INTEGER PRIMARY KEY, account TEXT NOT NULL UNIQUE,
    head INTEGER NOT NULL, count INTEGER NOT NULL, bytes INTEGER NOT NULL, digest BLOB NOT NULL
  ) STRICT;
  CREATE TABLE documents (
    id INTEGER PRIMARY KEY, account INTEGER NOT NULL REFERENCES account_state (id),
    key BLOB NOT NULL, version INTEGER NOT NULL, part BLOB NOT NULL, envelope BLOB NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX documents_key ON documents (account, key);
  CREATE UNIQUE INDEX documents_version ON documents (account, version);
`)

interface State {
  readonly id: number
  readonly head: number
  readonly count: number
  readonly bytes: number
}

interface Row {
  readonly id: number
  readonly version: number
  readonly part: Buffer
  readonly bytes: number
}

/** Stands where a hash would: nothing is computed here. */
const SIXTEEN = Buffer.alloc(16, 7)

const state = database.prepare<[string], State>(
  'SELECT id, head, count, bytes, digest FROM account_state WHERE account = ?',
)
const addState = database.prepare<[string, Buffer]>(
  'INSERT INTO account_state (account, head, count, bytes, digest) VALUES (?, 0, 0, 0, ?)',
)
const setState = database.prepare<[number, number, number, Buffer, number]>(
  'UPDATE account_state SET head = ?, count = ?, bytes = ?, digest = ? WHERE id = ?',
)
const find = database.prepare<[number, Buffer], Row>(
  'SELECT id, version, part, length(envelope) AS bytes FROM documents WHERE account = ? AND key = ?',
)
const insert = database.prepare<[number, Buffer, number, Buffer, Buffer]>(
  'INSERT INTO documents (account, key, version, part, envelope) VALUES (?, ?, ?, ?, ?)',
)
const replace = database.prepare<[number, Buffer, Buffer, number]>(
  'UPDATE documents SET version = ?, part = ?, envelope = ? WHERE id = ?',
)
const changes = database.prepare<[number, number, number], { key: Buffer; version: number; envelope: Buffer }>(
  'SELECT key, version, envelope FROM documents WHERE account = ? AND version > ? ORDER BY version LIMIT ?',
)

const PAGE = 500

interface Request {
  readonly account: string
  readonly cursor: number
  readonly push: readonly { readonly key: string; readonly base: number; readonly envelope: string }[]
}

const exchange = database.transaction(({ account, cursor, push }: Request) => {
  const known = state.get(account)
  const id = known?.id ?? Number(addState.run(account, SIXTEEN).lastInsertRowid)
  let { head, count, bytes } = known ?? { head: 0, count: 0, bytes: 0 }
  const results = push.map(({ key, base, envelope }) => {
    const name = Buffer.from(key, 'base64url')
    const sealed = Buffer.from(envelope, 'base64url')
    const stored = find.get(id, name)
    if ((stored?.version ?? 0) !== base) throw new Error('the floor has no conflicts')
    head += 1
    bytes += sealed.length - (stored?.bytes ?? 0)
    if (stored === undefined) {
      count += 1
      insert.run(id, name, head, SIXTEEN, sealed)
    } else replace.run(head, SIXTEEN, sealed, stored.id)
    return { key, status: 'ok', version: head }
  })
  if (push.length > 0) setState.run(head, count, bytes, SIXTEEN, id)
  const page = push.length > 0 ? [] : changes.all(id, cursor, PAGE)
  const sent = page.map(({ key, version, envelope }) => ({
    key: key.toString('base64url'),
    version,
    envelope: envelope.toString('base64url'),
  }))
  return { results, changes: sent, cursor: page.at(-1)?.version ?? head, more: page.length === PAGE }
})

async function bodyOf(incoming: IncomingMessage): Promise<Request> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk)
  const sent = Buffer.concat(chunks)
  const text = incoming.headers['content-encoding'] === 'gzip' ? gunzipSync(sent) : sent
  // Taken at its word: nobody but the bench speaks to the floor.
  const request: Request = JSON.parse(text.toString())
  return request
}

const server = createServer((incoming, outgoing) => {
  void bodyOf(incoming).then((body) => {
    outgoing.setHeader('content-type', 'application/json')
    outgoing.end(JSON.stringify(exchange.immediate(body)))
  })
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (typeof address === 'object' && address !== null) process.stdout.write(`${address.port}\n`)
})
process.on('SIGTERM', () => process.exit(0))
