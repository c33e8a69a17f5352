import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { deviceOf, keyOf, newAccount, sealed } from '../contract-subject.ts'
import type { AccountId, Store } from '../ports.ts'
import { backUpSqlite } from './back-up.ts'
import { restoreSqlite } from './restore.ts'
import { openSqliteStore } from './sqlite-store.ts'

let folder: string
let path: string
let backup: string
let store: Store | undefined
let account: AccountId

const open = () => {
  store = openSqliteStore({ path, newEpoch: () => 'epoch-1' })
  return store
}
const close = async () => {
  await store?.close()
  store = undefined
}
const push = (n: number) => deviceOf(open_(), account).push({ key: keyOf(n), base: 0, envelope: sealed(n) })
const open_ = () => store ?? open()
const restore = (from = backup) => restoreSqlite({ backup: from, path, newEpoch: () => 'epoch-2' })

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ownit-backup-'))
  path = join(folder, 'ownit.db')
  backup = join(folder, 'backup.db')
  account = await newAccount(open())
  await push(1)
})
afterEach(async () => {
  await close()
  await rm(folder, { recursive: true })
})

describe('a backup', () => {
  it('is taken of a database in use, and restored holds what was there at that moment', async () => {
    expect(await backUpSqlite(path, backup)).toEqual({ ok: true, value: undefined })
    await push(2)
    await close()
    expect(await restore()).toEqual({ ok: true, value: `${path}.replaced` })
    expect((await deviceOf(open(), account).pull()).map(({ key }) => key)).toEqual([keyOf(1)])
    await close()
    path = `${path}.replaced`
    expect((await deviceOf(open(), account).pull()).map(({ key }) => key)).toEqual([keyOf(1), keyOf(2)])
  })

  it('is one file that its owner alone can read, and leaves nothing beside it', async () => {
    await backUpSqlite(path, backup)
    expect((await stat(backup)).mode & 0o777).toBe(0o600)
    await close()
    expect((await readdir(folder)).sort()).toEqual(['backup.db', 'ownit.db'])
    const before = await readFile(backup)
    await restore()
    expect((await readFile(backup)).equals(before)).toBe(true)
    expect((await readdir(folder)).sort()).toEqual(['backup.db', 'ownit.db', 'ownit.db.replaced'])
    expect((await stat(path)).mode & 0o777).toBe(0o600)
  })

  it('[S6] gets a new epoch when it is restored, so that every device offers what it holds', async () => {
    await backUpSqlite(path, backup)
    const device = deviceOf(open_(), account)
    expect(await device.exchange()).toMatchObject({ epoch: 'epoch-1' })
    await close()
    await restore()
    const answer = await deviceOf(open(), account).exchange({ epoch: 'epoch-1', cursor: 1 })
    expect(answer).toMatchObject({ epoch: 'epoch-2', changes: [{ key: keyOf(1) }] })
  })

  it('can be restored where there is no database', async () => {
    await backUpSqlite(path, backup)
    await close()
    await rm(path)
    expect(await restore()).toEqual({ ok: true, value: undefined })
    expect(await deviceOf(open(), account).pull()).toHaveLength(1)
  })

  it('takes the place of a damaged database, and not of its log', async () => {
    await backUpSqlite(path, backup)
    // The log of a server that was killed after it had written, in which the first page is not.
    const other = new Database(path)
    other.pragma('wal_checkpoint(TRUNCATE)')
    await deviceOf(open_(), account).push({ key: keyOf(1), base: 1, envelope: sealed(2) })
    other.close()
    const log = await readFile(`${path}-wal`)
    await close()
    await writeFile(path, 'no database at all, and long enough to be read as one by who does not look')
    await writeFile(`${path}-wal`, log)
    expect(await restore()).toEqual({ ok: true, value: `${path}.replaced` })
    expect(await deviceOf(open(), account).pull()).toMatchObject([{ version: 1 }])
  })
})

describe('is refused, and nothing changes,', () => {
  it('a backup into a file that exists, a folder that does not, or of no database', async () => {
    await writeFile(backup, 'mine')
    expect(await backUpSqlite(path, backup)).toMatchObject({
      ok: false,
      failure: expect.stringContaining('exists already'),
    })
    expect(await readFile(backup, 'utf8')).toBe('mine')
    expect(await backUpSqlite(path, join(folder, 'no/file.db'))).toMatchObject({
      ok: false,
      failure: expect.stringContaining('no folder'),
    })
    expect(await backUpSqlite(join(folder, 'none.db'), join(folder, 'new.db'))).toMatchObject({
      ok: false,
      failure: expect.stringContaining('no database'),
    })
  })

  it('a restore under a server that runs', async () => {
    await backUpSqlite(path, backup)
    await push(2)
    expect(await restore()).toEqual({ ok: false, failure: `${path} is in use: stop the server first` })
    expect(await deviceOf(open_(), account).pull()).toHaveLength(2)
  })

  it('a restore of what is no backup of OwnIt, or is damaged', async () => {
    await backUpSqlite(path, backup)
    await close()
    const before = await readFile(path)
    const other = join(folder, 'other.db')
    new Database(other).exec('CREATE TABLE other (x)').close()
    const damaged = join(folder, 'damaged.db')
    const bytes = await readFile(backup)
    bytes.fill(0xff, 8192, bytes.length - 4096)
    await writeFile(damaged, bytes)
    const text = join(folder, 'text.db')
    await writeFile(text, 'a text, and not a short one, so that it is not taken for an empty file')
    for (const file of [other, damaged, text])
      expect(await restore(file)).toMatchObject({ ok: false, failure: expect.stringContaining('cannot be restored') })
    expect(await restore(join(folder, 'none.db'))).toMatchObject({ ok: false })
    expect((await readFile(path)).equals(before)).toBe(true)
  })
})
