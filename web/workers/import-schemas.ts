import '../store/zod-without-eval.ts'
import * as z from 'zod/mini'
import type { Metric } from '../../shared/metric/metric.ts'
import type { Evidence, FileProblem, Inspection, Progress, Refused } from '../importer/import-types.ts'
import { count, metricId } from './import-names.ts'
import { layout } from './layout-schema.ts'

/** The importer's types as they travel between a page and its worker. */

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
