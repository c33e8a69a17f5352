import { addDays, type CivilDate, datesBetween, daysBetween } from '../../shared/calendar/civil-date.ts'
import { BUILT_IN_METRICS } from '../../shared/metric/catalogue.ts'
import type { Metric, MetricId } from '../../shared/metric/metric.ts'
import { DEFAULT_UNITS } from '../../shared/metric/unit.ts'
import { fail, ok, type Result } from '../../shared/result/result.ts'
import type { CoachFacts } from '../../web/coach/facts.ts'
import { type DayReading, INSPECT_BYTES, inspectCsv, readCsv } from '../../web/importer/index.ts'
import { analyse } from '../../web/insight/analyse.ts'
import type { DailySeries } from '../../web/insight/daily-series.ts'
import { readDays } from '../insight/read-days.ts'

/**
 * The facts that a coach has of somebody whose days are in a CSV file and who uses the app as it comes. Rows of
 * `date,metric,value` are read as `npm run analyse` does; any other table by the importer's own guess, and what it leaves
 * of a table of one row a day as metrics of the person's own. `today`: the day after the file's last one when left out.
 */
export async function readFacts(
  name: string,
  bytes: Uint8Array,
  today?: CivilDate,
): Promise<Result<CoachFacts, string>> {
  const text = new TextDecoder().decode(bytes)
  const days = readDays(name, text)
  const isLong = /^\uFEFF?"?date"?,"?metric"?,"?value"?\s*$/i.test(text.split(/\r?\n/, 1)[0] ?? '')
  const imported = isLong ? undefined : await importedSeries(name, bytes)
  const own = days.ok ? days.value.person.series : []
  const series =
    imported === undefined ? own : [...imported.series, ...own.filter(({ metric }) => imported.isLeft(metric))]
  if (series.length === 0) return fail(days.ok ? 'it holds no day' : days.failure)
  return ok(factsOf(series, today ?? dayAfter(series)))
}

/** Facts of series alone: no goals, no pauses, the units of somebody who changed nothing. */
export function factsOf(series: readonly DailySeries[], today: CivilDate): CoachFacts {
  const logged = new Set<CivilDate>()
  for (const { start, values } of series) {
    for (const [at, date] of datesBetween(start, addDays(start, values.length - 1)).entries()) {
      if (date <= today && Number.isFinite(values[at])) logged.add(date)
    }
  }
  const ids = new Set(series.map(({ metric }) => metric))
  return {
    today,
    timeZone: 'UTC',
    locale: 'en',
    weekStart: 1,
    units: DEFAULT_UNITS,
    metrics: [
      ...BUILT_IN_METRICS,
      ...[...ids].filter((id) => !BUILT_IN_METRICS.some((one) => one.id === id)).map(ownMetric),
    ],
    series,
    analysis: analyse(series, { today }),
    loggedDays: [...logged].sort(),
    pauses: [],
    goals: [],
    challenges: [],
    experiments: [],
    dismissals: [],
  }
}

const UNITS: Readonly<Record<string, string>> = {
  kcal: 'kcal',
  kg: 'kg',
  h: 'h',
  hr: 'bpm',
  bpm: 'bpm',
  min: 'min',
  g: 'g',
  ms: 'ms',
  km: 'km',
}
const NAMES: Readonly<Record<string, string>> = { resting_hr: 'Resting heart rate' }

/** `calories_burned_kcal` is `Calories burned` in kcal, `Coffee (cups)` is `Coffee` in cups. */
export function ownMetric(id: string): Metric {
  const [, bare = id, inBrackets] = /^(.*?)\s*\(([^()]{1,12})\)$/.exec(id) ?? []
  const words = bare.split(/[_\s]+/).filter((word) => word !== '')
  const last = words.at(-1)?.toLowerCase() ?? ''
  const unit = inBrackets ?? UNITS[last] ?? ''
  const isUnit = inBrackets === undefined && unit !== '' && last !== 'hr' && words.length > 1
  const name = (isUnit ? words.slice(0, -1) : words).join(' ')
  return {
    id: id as MetricId,
    name: NAMES[id] ?? name.replace(/^./u, (letter) => letter.toUpperCase()),
    unit,
    quantity: 'plain',
    min: Number.NEGATIVE_INFINITY,
    max: Number.POSITIVE_INFINITY,
    step: 0.1,
    direction: 'none',
    aggregate: 'mean',
    builtIn: false,
  }
}

async function importedSeries(name: string, bytes: Uint8Array) {
  const inspected = inspectCsv(bytes.subarray(0, INSPECT_BYTES), `${name}.csv`, BUILT_IN_METRICS)
  if (!inspected.ok || inspected.value.blocked !== undefined) return undefined
  const { layout, headers } = inspected.value
  const read = await readCsv(once(bytes), layout, { metrics: BUILT_IN_METRICS, today: LATEST })
  if (!read.ok || read.value.readings.length === 0) return undefined
  const taken = new Set(headers.filter((_, at) => layout.columns[at]?.kind !== 'ignore').map((header) => header.trim()))
  const series = placed(read.value.readings)
  // One row a day: what no column of was taken is a metric of the person's own.
  const isLeft = (metric: string) =>
    layout.shape === 'wide' && !taken.has(metric) && !series.some((one) => one.metric === metric)
  return { series, isLeft }
}

// No day of a file is later; the importer looks a day further.
const LATEST = '9000-01-01' as CivilDate

async function* once(bytes: Uint8Array) {
  yield bytes
}

function placed(readings: readonly DayReading[]): DailySeries[] {
  const metrics = new Map<string, DayReading[]>()
  for (const reading of readings) {
    const own = metrics.get(reading.metric) ?? []
    metrics.set(reading.metric, own)
    own.push(reading)
  }
  return [...metrics].map(([metric, own]) => {
    const start = own.reduce((first, { date }) => (date < first ? date : first), own[0]?.date ?? LATEST)
    const end = own.reduce((last, { date }) => (date > last ? date : last), start)
    const values = new Float64Array(daysBetween(start, end) + 1).fill(Number.NaN)
    for (const { date, value } of own) values[daysBetween(start, date)] = value
    return { metric, start, values }
  })
}

function dayAfter(series: readonly DailySeries[]): CivilDate {
  const ends = series.map(({ start, values }) => addDays(start, values.length))
  return ends.reduce((latest, end) => (end > latest ? end : latest))
}
