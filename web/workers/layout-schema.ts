import '../store/zod-without-eval.ts'
import * as z from 'zod/mini'
import type { Block, ColumnRole, FixedChoices, Layout, NumberMarks, ReadingRole } from '../importer/import-types.ts'
import { count, metricId, sourceId } from './import-names.ts'

/** How a file is read, as it travels between a page and its worker. */

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

const encoding = z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'])
const delimiter = z.enum([',', ';', '\t', '|'])

export const fixedChoices: z.ZodMiniType<FixedChoices> = z.object({
  encoding: z.exactOptional(encoding),
  delimiter: z.exactOptional(delimiter),
  hasHeader: z.exactOptional(z.boolean()),
})

export const layout: z.ZodMiniType<Layout> = z.object({
  encoding,
  delimiter,
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
