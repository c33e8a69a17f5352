import { type CivilDate, parseCivilDate } from '../../shared/calendar/civil-date.ts'
import type { Origin } from '../../shared/metric/day-value.ts'
import type { Metric, MetricId } from '../../shared/metric/metric.ts'
import { csvFile, numberCell, textCell } from './csv-text.ts'
import type { Database } from './database.ts'
import { readDayValues } from './day-values.ts'
import { readMetrics } from './metrics.ts'
import { readMoods } from './moods.ts'
import { readProfile } from './profile.ts'

const FIRST = parseCivilDate('0001-01-01')
const LAST = parseCivilDate('9999-12-31')
if (FIRST === undefined || LAST === undefined) throw new Error('The calendar has lost its ends')
const ALWAYS: readonly [CivilDate, CivilDate] = [FIRST, LAST]

/**
 * One row a day, one column a metric that has any value: the values the screens show. In stored units, which the header
 * names, so that OwnIt reads its own file back.
 */
export async function exportWide(db: Database): Promise<Blob> {
  const [metrics, values] = await allValues(db)
  const recorded = new Set<MetricId>()
  for (const day of values.values()) for (const metric of day.keys()) recorded.add(metric)
  const columns = metrics.filter(({ id }) => recorded.has(id))
  const header = ['date', ...columns.map((metric) => textCell(columnName(metric)))]
  return csvFile(header, wideRows())

  function* wideRows() {
    for (const [date, day] of values) yield [date, ...columns.map(({ id }) => numberCell(day.get(id)?.value))]
  }
}

/** One row a value, from every source and not only the one that the screens show: `date,metric,value,unit,source`. */
export async function exportLong(db: Database): Promise<Blob> {
  const [metrics, values] = await allValues(db)
  return csvFile(['date', 'metric', 'value', 'unit', 'source'], longRows())

  function* longRows() {
    for (const [date, day] of values) {
      for (const metric of metrics) {
        for (const { origin, value } of day.get(metric.id)?.candidates ?? [])
          yield [date, textCell(metricName(metric)), numberCell(value), textCell(metric.unit), sourceCell(origin)]
      }
    }
  }
}

/** The mood journal, one row an entry. */
export async function exportMoods(db: Database): Promise<Blob> {
  const moods = await readMoods(db, ...ALWAYS)
  const header = ['date', 'time', 'rating', 'energy', 'stress', 'emoji', 'tags', 'reflection']
  return csvFile(
    header,
    moods.map((mood) => [
      mood.date,
      mood.time,
      numberCell(mood.rating),
      numberCell(mood.energy),
      numberCell(mood.stress),
      textCell(mood.emoji),
      textCell(mood.tags.join('; ')),
      textCell(mood.reflection),
    ]),
  )
}

async function allValues(db: Database) {
  const metrics = await readMetrics(db, { archived: true })
  const { preferredSources } = await readProfile(db)
  return [metrics, await readDayValues(db, metrics, ...ALWAYS, preferredSources)] as const
}

// The built-in metrics by their ids, which every version of the importer knows whatever language the names are in.
const metricName = ({ builtIn, id, name }: Metric) => (builtIn ? id : name)
const columnName = (metric: Metric) =>
  metric.unit === '' ? metricName(metric) : `${metricName(metric)} (${metric.unit})`
const sourceCell = (origin: Origin) => textCell(origin)
