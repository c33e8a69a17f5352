import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { readBareMeta, writeBareMeta } from './bare-meta.ts'
import { readMeta, writeMeta } from './meta.ts'
import { testDatabase } from './test-database.ts'

const bare = (database: string) => ({ factory: indexedDB, database })

it('reads what the store remembers, and remembers for it', async () => {
  const { db } = testDatabase()
  await writeMeta(db, 'a hint', { dismissed: true })
  expect(await readBareMeta('a hint', bare(db.name))).toEqual({ dismissed: true })
  expect(await readBareMeta('another', bare(db.name))).toBeUndefined()
  await writeBareMeta({ name: 'another', value: 7 }, bare(db.name))
  expect(await readMeta(db, 'another')).toBe(7)
})

it('makes no database where there is none, which the store then makes with all its tables', async () => {
  expect(await readBareMeta('a hint', bare('nowhere'))).toBeUndefined()
  await writeBareMeta({ name: 'a hint', value: 7 }, bare('nowhere'))
  expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain('nowhere')
})
