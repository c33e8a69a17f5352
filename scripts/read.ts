import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { dayAt } from '../shared/calendar/day-clock.ts'
import { BUILT_IN_METRICS } from '../shared/metric/catalogue.ts'
import { headOf, INSPECT_BYTES, inspectCsv, readCsv, summariseReadings } from '../web/importer/index.ts'

const METRICS = BUILT_IN_METRICS

/** One line of the output: what the import wizard would take from the file by its own guess. */
interface Line {
  readonly file: string
  readonly format: string | null
  readonly rows: number
  readonly refused: readonly { row: number; column?: string; reason: string }[]
  readonly metrics: ReturnType<typeof summariseReadings>
  readonly problem?: string
}

async function readFile(file: string): Promise<Line> {
  const failed = (problem: string): Line => ({ file, format: null, rows: 0, refused: [], metrics: {}, problem })
  let head: Uint8Array
  try {
    head = await headOf(createReadStream(file), INSPECT_BYTES)
  } catch (error) {
    if (error instanceof Error && 'code' in error) return failed(error.message)
    throw error
  }
  const inspected = inspectCsv(head, basename(file), METRICS)
  if (!inspected.ok) return failed(inspected.failure.message)
  const { layout, blocked } = inspected.value
  if (blocked !== undefined) return failed(blocked)
  const today = dayAt(Date.now(), { timeZone: 'UTC', dayStart: 0 })
  const read = await readCsv(createReadStream(file), layout, { metrics: METRICS, today })
  if (!read.ok) return failed(read.failure.message)
  const { format, rows, refused, readings } = read.value
  return {
    file,
    format,
    rows,
    refused: refused.map(({ row, column, reason }) => ({ row, ...(column === undefined ? {} : { column }), reason })),
    metrics: summariseReadings(readings),
  }
}

const files = process.argv.slice(2)
if (files.length === 0) {
  process.stderr.write('Usage: npm run read -- FILE...\n')
  process.exitCode = 2
}
for (const file of files) {
  const line = await readFile(file)
  if (line.format === null) process.exitCode = 1
  process.stdout.write(`${JSON.stringify(line)}\n`)
}
