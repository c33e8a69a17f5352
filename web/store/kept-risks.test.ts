import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { readHighRisks } from './kept-risks.ts'
import { testDatabase } from './test-database.ts'

it('risks of the highest grade are read as they are kept, and nothing of what cannot be read', async () => {
  const { db } = testDatabase()
  expect(await readHighRisks(db)).toEqual([])
  const high = { id: 'low-sleep', severity: 'high', since: '2026-11-01', metric: 'sleep', rule: 'low-sleep', value: 5 }
  const risks = [high, { ...high, severity: 'low' }, { ...high, since: 'long' }, null, { ...high, metric: undefined }]
  await db.insight.put({ name: 'result', value: { risks } })
  const { id, since, metric } = high
  expect(await readHighRisks(db)).toEqual([
    { id, since, metric },
    { id, since, metric: undefined },
  ])
  for (const value of [null, 'x', { risks: 'none' }]) {
    await db.insight.put({ name: 'result', value })
    expect(await readHighRisks(db)).toEqual([])
  }
})
