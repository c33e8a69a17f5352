import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { envelopeKeySchema } from '../../../shared/sync/messages.ts'
import { LIMITS } from '../../../shared/sync/protocol.ts'
import { deviceOf, hex, keyOf, newAccount, sealed } from '../contract-subject.ts'
import type { Push } from '../ports.ts'
import { documentStatements } from './document-statements.ts'
import { openSqliteStore } from './sqlite-store.ts'

let folder: string
let path: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ownit-store-'))
  path = join(folder, 'ownit.db')
})
afterEach(() => rm(folder, { recursive: true }))

const open = (epoch = 'epoch-1') => openSqliteStore({ path, newEpoch: () => epoch })

describe('the file of a SQLite store', () => {
  it('is one file after closing, and holds the same data and epoch when it is opened again', async () => {
    const store = open()
    const account = await newAccount(store)
    await deviceOf(store, account).push({ key: keyOf(1), base: 0, envelope: sealed(1) })
    const before = await deviceOf(store, account).exchange()
    await store.close()
    expect(await readdir(folder)).toEqual(['ownit.db'])

    const again = open('epoch-2')
    const after = await deviceOf(again, account).exchange()
    expect({ ...after, changes: after.changes.map(({ envelope }) => hex(envelope)) }).toEqual({
      ...before,
      changes: [hex(sealed(1))],
    })
    await again.close()
    await expect(again.ready()).rejects.toThrow()
  })

  it('takes at most 1.6 times the bytes that are sealed, after every document was replaced in any order', async () => {
    const store = open()
    const documents = 4000
    // A day with six metrics: 256 bytes of text, and 30 of the envelope's own.
    const size = 286
    const accounts = [await newAccount(store), await newAccount(store)].map((account) => deviceOf(store, account))
    const pushes = Array.from({ length: documents }, () => randomBytes(16).toString('base64url')).map(
      (key): Push => ({ key: keyOfText(key), base: 0, envelope: randomBytes(size) }),
    )
    for (const batch of batches(pushes)) for (const device of accounts) await device.push(...batch)
    for (const device of accounts) {
      const changes = (await device.exchange({ pageDocuments: documents, pageBytes: 1e9 })).changes
      const replaced = changes
        .toSorted((a, b) => (a.key < b.key ? -1 : 1))
        .map(({ key, version }): Push => ({ key, base: version, envelope: randomBytes(size) }))
      for (const batch of batches(replaced))
        expect((await device.push(...batch)).every(({ status }) => status === 'ok')).toBe(true)
    }
    await store.close()
    expect((await stat(path)).size / (accounts.length * documents * size)).toBeLessThan(1.6)
  })

  it('is searched by index in every statement of an exchange, so that a push costs the same however full an account is', async () => {
    await open().close()
    const database = new Database(path)
    const plans = Object.values(documentStatements(database)).map(({ source }) =>
      database
        .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${source}`)
        .all(...Array.from(source.matchAll(/\?/g), () => 1))
        .map(({ detail }) => detail),
    )
    database.close()
    expect(plans.flat().filter((step) => step.startsWith('SEARCH')).length).toBeGreaterThan(4)
    for (const step of plans.flat()) expect(step).not.toMatch(/^SCAN|TEMP B-TREE/)
  })

  it('refuses a value of another type than its column has', async () => {
    await open().close()
    const database = new Database(path)
    const insert = database.prepare("INSERT INTO account_state VALUES (1, 'a', 'many', 0, 0, x'')")
    expect(() => insert.run()).toThrow('cannot store TEXT value in INTEGER column')
    database.close()
  })
})

const keyOfText = (text: string) => envelopeKeySchema.parse(text)

function* batches<Item>(items: readonly Item[]): Generator<readonly Item[]> {
  for (let start = 0; start < items.length; start += LIMITS.documents)
    yield items.slice(start, start + LIMITS.documents)
}
