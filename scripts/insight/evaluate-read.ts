import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { addDays, type CivilDate, daysBetween, parseCivilDate } from '../../shared/calendar/civil-date.ts'
import { fail, ok, type Result } from '../../shared/result/result.ts'
import type { DailySeries } from '../../web/insight/daily-series.ts'

/** The days of one person: one file. */
export interface Person {
  readonly name: string
  readonly series: readonly DailySeries[]
}

export interface Folder {
  readonly persons: readonly Person[]
  /** What was left out, and why: a sentence each. */
  readonly leftOut: readonly string[]
}

/** Longer than any life: a date so far from the others is a slip. */
const MOST_DAYS = 40_000

/** The metrics of the catalogue under the names such files use, whose natural limits are known. */
const CATALOGUE_NAMES: Readonly<Record<string, string>> = {
  weight_kg: 'weight',
  sleep_h: 'sleep',
  calories_kcal: 'calories',
  protein_g: 'protein',
  mood_1_5: 'mood',
}

/** Every `*.csv` of a folder as the days of a person. Files and rows that are no `date,metric,value` are left out, and told. */
export function readFolder(folder: string): Result<Folder, string> {
  let files: string[]
  try {
    files = readdirSync(folder, { withFileTypes: true })
      .filter((entry) => !entry.isDirectory() && /\.csv$/i.test(entry.name))
      .map(({ name }) => name)
  } catch (error) {
    return fail(`${folder} cannot be read: ${error instanceof Error ? error.message : String(error)}`)
  }
  if (files.length === 0) return fail(`${folder} holds no .csv file`)
  const persons: Person[] = []
  const leftOut: string[] = []
  for (const file of files.sort()) {
    const read = readPerson(file.slice(0, -'.csv'.length), readFileSync(join(folder, file), 'utf8'))
    if (!read.ok) leftOut.push(`${file}: ${read.failure}`)
    else {
      persons.push(read.value.person)
      leftOut.push(...read.value.leftOut.map((why) => `${file}: ${why}`))
    }
  }
  if (persons.length === 0) return fail(`${folder} holds no file of date,metric,value (${leftOut.join('; ')})`)
  return ok({ persons, leftOut })
}

/** The days of a person from the text of a file; of several values on a day, their mean. */
export function readPerson(name: string, text: string): Result<{ person: Person; leftOut: string[] }, string> {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/)
  if (lines[0]?.replaceAll('"', '').trim().toLowerCase() !== 'date,metric,value')
    return fail('its first line is not date,metric,value')

  const metrics = new Map<string, Map<CivilDate, number[]>>()
  let wrong = 0
  let firstWrong = 0
  for (const [index, line] of lines.entries()) {
    if (index === 0 || line.trim() === '') continue
    const reading = readLine(line)
    if (reading === undefined) {
      wrong++
      if (firstWrong === 0) firstWrong = index + 1
      continue
    }
    const days = metrics.get(reading.metric) ?? new Map<CivilDate, number[]>()
    metrics.set(reading.metric, days)
    const values = days.get(reading.date) ?? []
    days.set(reading.date, values)
    values.push(reading.value)
  }

  const leftOut =
    wrong === 0 ? [] : [`${wrong} of its lines hold no date, metric and number (first: line ${firstWrong})`]
  const series: DailySeries[] = []
  for (const [metric, days] of [...metrics].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const placed = seriesOf(metric, days)
    if (placed === undefined) leftOut.push(`${metric} spans more than ${MOST_DAYS} days`)
    else series.push(placed)
  }
  return series.length === 0 ? fail('it holds no day') : ok({ person: { name, series }, leftOut })
}

function readLine(line: string): { date: CivilDate; metric: string; value: number } | undefined {
  const [spelt, metric, number, ...rest] = line.replaceAll('"', '').split(',')
  const date = parseCivilDate(spelt?.trim() ?? '')
  if (date === undefined || !metric?.trim() || !number?.trim() || rest.length > 0) return undefined
  const value = Number(number)
  const id = metric.trim()
  return Number.isFinite(value) ? { date, metric: CATALOGUE_NAMES[id] ?? id, value } : undefined
}

function seriesOf(metric: string, days: ReadonlyMap<CivilDate, readonly number[]>): DailySeries | undefined {
  const dates = [...days.keys()].sort()
  const start = dates[0]
  const last = dates.at(-1)
  if (start === undefined || last === undefined) return undefined
  const length = daysBetween(start, last) + 1
  if (length > MOST_DAYS) return undefined
  const values = Float64Array.from({ length }, (_, day) => {
    const found = days.get(addDays(start, day))
    return found === undefined ? Number.NaN : found.reduce((sum, value) => sum + value, 0) / found.length
  })
  return { metric, start, values }
}
