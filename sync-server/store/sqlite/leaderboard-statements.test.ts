import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { standingsStatements } from './leaderboard-statements.ts'
import { openSqliteStore } from './sqlite-store.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ownit-store-'))
})
afterAll(() => rm(folder, { recursive: true }))

it('every reading of a list is searched by index and sorted by it, so that it costs the same however long the list is', async () => {
  const path = join(folder, 'ownit.db')
  await openSqliteStore({ path, newEpoch: () => 'epoch' }).close()
  const database = new Database(path)
  const steps = Object.entries(standingsStatements(database)).flatMap(([name, { source }]) =>
    database
      .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${source}`)
      .all(...Array.from(source.matchAll(/\?/g), () => 1))
      .map(({ detail }) => `${name}: ${detail}`),
  )
  database.close()
  expect(steps.filter((step) => step.includes('SEARCH')).length).toBeGreaterThan(14)
  // What has few rows by itself: names that were asked for, and who is in a circle.
  const few = /SCAN (?:wanted|circle|CONSTANT ROW)|SCAN \(subquery/
  for (const step of steps) if (!few.test(step)) expect(step).not.toMatch(/: SCAN|TEMP B-TREE/)
  // And of few people each one's score by their account: not the list, with a search for these people in it.
  const shown = steps.filter((step) => step.includes('SEARCH shown'))
  expect(shown).toHaveLength(3)
  for (const step of shown) expect(step).toContain('PRIMARY KEY (account=? AND board=? AND period=?)')
})
