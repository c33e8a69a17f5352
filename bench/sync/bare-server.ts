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
database.pragma('wal_autocheckpoint = 4000')
database.exec(`
  CREATE TABLE account_state (id INTEGER PRIMARY KEY, account TEXT NOT NULL UNIQUE, head INTEGER NOT NULL) STRICT;
  CREATE TABLE documents (
    id INTEGER PRIMARY KEY, account INTEGER NOT NULL, key BLOB NOT NULL, version INTEGER NOT NULL, envelope BLOB NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX documents_key ON documents (account, key);
  CREATE UNIQUE INDEX documents_version ON documents (account, version);
`)

interface Row {
  readonly id: number
  readonly version: number
}

const state = database.prepare<[string], { id: number; head: number }>(
  'SELECT id, head FROM account_state WHERE account = ?',
)
const addState = database.prepare<[string]>('INSERT INTO account_state (account, head) VALUES (?, 0)')
const setState = database.prepare<[number, number]>('UPDATE account_state SET head = ? WHERE id = ?')
const find = database.prepare<[number, Buffer], Row>('SELECT id, version FROM documents WHERE account = ? AND key = ?')
const insert = database.prepare<[number, Buffer, number, Buffer]>(
  'INSERT INTO documents (account, key, version, envelope) VALUES (?, ?, ?, ?)',
)
const replace = database.prepare<[number, Buffer, number]>(
  'UPDATE documents SET version = ?, envelope = ? WHERE id = ?',
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
  const id = known?.id ?? Number(addState.run(account).lastInsertRowid)
  let head = known?.head ?? 0
  const results = push.map(({ key, base, envelope }) => {
    const bytes = Buffer.from(key, 'base64url')
    const stored = find.get(id, bytes)
    if ((stored?.version ?? 0) !== base) throw new Error('the floor has no conflicts')
    head += 1
    if (stored === undefined) insert.run(id, bytes, head, Buffer.from(envelope, 'base64url'))
    else replace.run(head, Buffer.from(envelope, 'base64url'), stored.id)
    return { key, status: 'ok', version: head }
  })
  if (push.length > 0) setState.run(head, id)
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
