/**
 * `npm run analyse -- FILE.csv [--today DATE] [--json]`: what the insights make of the days in a file. `today` is the day
 * after the file's last one when left out.
 */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { addDays, type CivilDate, parseCivilDate } from '../shared/calendar/civil-date.ts'
import { analyse } from '../web/insight/analyse.ts'
import type { DailySeries } from '../web/insight/daily-series.ts'
import { printedAnalysis } from './insight/print-analysis.ts'
import { readDays } from './insight/read-days.ts'

const USAGE = 'Usage: npm run analyse -- FILE.csv [--today YYYY-MM-DD] [--json]\n'

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false }, today: { type: 'string' } },
})
const [file] = positionals
const today = options.today === undefined ? undefined : parseCivilDate(options.today)
if (file === undefined || positionals.length > 1 || (options.today !== undefined && today === undefined)) {
  stop(USAGE, 2)
}
const text = textOf(file)
const read = readDays(basename(file, '.csv'), text)
if (!read.ok) stop(`${file}: ${read.failure}\n`, 1)
const { person, leftOut } = read.value
for (const why of leftOut) process.stderr.write(`${file}: ${why}\n`)
const analysis = analyse(person.series, { today: today ?? dayAfter(person.series) })
process.stdout.write(options.json ? `${JSON.stringify(analysis)}\n` : printedAnalysis(analysis))

function dayAfter(series: readonly DailySeries[]): CivilDate {
  const ends = series.map(({ start, values }) => addDays(start, values.length))
  return ends.reduce((latest, end) => (end > latest ? end : latest))
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error) return stop(`${error.message}\n`, 1)
    throw error
  }
}

function stop(message: string, code: number): never {
  process.stderr.write(message)
  process.exit(code)
}
