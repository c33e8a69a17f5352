import '../store/zod-without-eval.ts'
import * as z from 'zod/mini'
import { type CivilDate, parseCivilDate } from '../../shared/calendar/civil-date.ts'
import type { Metric, MetricId, SourceId } from '../../shared/metric/metric.ts'
import type {
  Block,
  ColumnRole,
  Evidence,
  FileProblem,
  Inspection,
  Layout,
  NumberMarks,
  Progress,
  ReadingRole,
  Refused,
} from '../importer/import-types.ts'

/** The importer's types as they travel between a page and its worker. */

const isText = (value: unknown): value is string => typeof value === 'string'

export const civilDate = z.custom<CivilDate>((value) => isText(value) && parseCivilDate(value) !== undefined)
export const metricId = z.custom<MetricId>((value) => isText(value) && value !== '' && !value.includes('@'))
export const sourceId = z.custom<SourceId>((value) => isText(value) && /^[a-z0-9-]+$/.test(value))
const count = z.int().check(z.nonnegative())

export const metric: z.ZodMiniType<Metric> = z.object({
  id: metricId,
  name: z.string(),
  unit: z.string(),
  quantity: z.enum(['mass', 'energy', 'duration', 'count', 'rating', 'plain']),
  min: z.number(),
  max: z.number(),
  step: z.number(),
  direction: z.enum(['up', 'down', 'none']),
  aggregate: z.enum(['sum', 'mean', 'last', 'max']),
  builtIn: z.boolean(),
})

const decimal = z.enum(['.', ','])
const thousands = z.enum(['', ',', '.', ' ', "'"])
const marks: z.ZodMiniType<NumberMarks> = z.object({ decimal, thousands })

const unit = z.enum([
  'kg',
  'lb',
  'st',
  'g',
  'count',
  'h',
  'min',
  's',
  'ms',
  'h:mm',
  'kcal',
  'kJ',
  'cal',
  'mg',
  'rating',
  'rating-10',
  'rating-100',
  'labels',
  'asleep',
  'own',
])

const readingFields = {
  metric: metricId,
  unit,
  marks: z.exactOptional(marks),
  part: z.exactOptional(z.boolean()),
}
const readingRole: z.ZodMiniType<ReadingRole> = z.object(readingFields)

const columnRole: z.ZodMiniType<ColumnRole> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('date') }),
  z.object({ kind: z.literal('ignore') }),
  z.object({ kind: z.literal('metric-name') }),
  z.object({ kind: z.literal('value') }),
  z.object({ kind: z.literal('unit') }),
  z.object({ kind: z.literal('start') }),
  z.object({ kind: z.literal('reading'), ...readingFields }),
])

const block: z.ZodMiniType<Block> = z.object({
  title: z.string(),
  columns: z.array(columnRole),
  headers: z.array(z.string()),
})

export const layout: z.ZodMiniType<Layout> = z.object({
  encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252']),
  delimiter: z.enum([',', ';', '\t', '|']),
  quote: z.enum(['"', "'"]),
  decimal,
  thousands,
  dateOrder: z.enum(['ymd', 'dmy', 'mdy']),
  hasHeader: z.boolean(),
  skipLines: count,
  shape: z.enum(['wide', 'long']),
  columns: z.array(columnRole),
  metricNames: z.record(z.string(), readingRole),
  source: sourceId,
  format: z.exactOptional(z.string()),
  rows: z.exactOptional(z.object({ column: count, rule: z.enum(['only', 'all-but']), values: z.array(z.string()) })),
  labels: z.exactOptional(z.record(z.string(), z.number())),
  nightsBy: z.exactOptional(z.enum(['wake', 'bedtime', 'start'])),
  zeroIs: z.exactOptional(z.enum(['value', 'missing'])),
  namesSeen: z.exactOptional(z.array(z.string())),
  ragged: z.exactOptional(z.boolean()),
  blocks: z.exactOptional(z.array(block)),
})

const evidence: z.ZodMiniType<Evidence> = z.object({
  about: z.enum([
    'encoding',
    'delimiter',
    'decimal',
    'thousands',
    'date-order',
    'header',
    'shape',
    'columns',
    'units',
    'rows',
    'source',
  ]),
  text: z.string(),
  sure: z.boolean(),
})

export const inspection: z.ZodMiniType<Inspection> = z.object({
  layout,
  evidence: z.array(evidence),
  headers: z.array(z.string()),
  sample: z.array(z.array(z.string())),
  blocked: z.exactOptional(z.string()),
  rowChoice: z.exactOptional(z.object({ column: count, question: z.string(), values: z.array(z.string()) })),
})

export const refused: z.ZodMiniType<Refused> = z.object({
  row: count,
  column: z.exactOptional(z.string()),
  cell: z.exactOptional(z.string()),
  reason: z.string(),
})

export const progress: z.ZodMiniType<Progress> = z.object({ bytes: count, totalBytes: count, rows: count })

export const fileProblem: z.ZodMiniType<FileProblem> = z.object({
  kind: z.enum(['empty', 'binary', 'too-large', 'unreadable', 'no-date', 'no-metric', 'cancelled']),
  message: z.string(),
})
