import { type CivilDate, parseCivilDate } from '../../shared/calendar/civil-date.ts'
import type { MetricId, SourceId } from '../../shared/metric/metric.ts'
import { type Database, openDatabase } from './database.ts'

/** For tests: a database of its own with a clock that stands until it is moved. Needs `fake-indexeddb/auto`. */
export interface TestDatabase {
  readonly db: Database
  /** ms since 1970 UTC */
  time: number
}

let opened = 0

export const START = Date.UTC(2026, 10, 23, 12)

export function testDatabase(): TestDatabase {
  const world: { db?: Database; time: number } = { time: START }
  const db = openDatabase(`test-${++opened}`, { now: () => world.time })
  return Object.assign(world, { db })
}

export function date(text: string): CivilDate {
  const parsed = parseCivilDate(text)
  if (parsed === undefined) throw new Error(`${text} is no date`)
  return parsed
}

export const source = (name: string) => name as SourceId
export const metricId = (name: string) => name as MetricId

/** The value of an outcome that must be good. */
export function good<Value>(result: { ok: true; value: Value } | { ok: false; failure: unknown }): Value {
  if (!result.ok) throw new Error(`Failed: ${JSON.stringify(result.failure)}`)
  return result.value
}
