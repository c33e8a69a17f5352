import * as z from 'zod/mini'
import type { ChangeId } from '../store/change.ts'
import { civilDate, metricId, sourceId } from './import-names.ts'
import { fileProblem, inspection, metric, progress, refused } from './import-schemas.ts'
import { fixedChoices, layout } from './layout-schema.ts'

/** What a page and its import worker say to each other. Both ends parse what they get. */

/** Of what is long, the page is sent this many: the rest stays in the worker. */
export const PREVIEWED = 200

const id = z.int()
const isText = (value: unknown): value is string => typeof value === 'string'
const file = z.custom<File>((value) => value instanceof File)

export const request = z.discriminatedUnion('kind', [
  z.object({ id, kind: z.literal('inspect'), file, metrics: z.array(metric), fixed: fixedChoices }),
  z.object({
    id,
    kind: z.literal('read'),
    file,
    layout,
    metrics: z.array(metric),
    timeZone: z.exactOptional(z.string()),
    today: z.exactOptional(civilDate),
  }),
  z.object({ id, kind: z.literal('plan') }),
  z.object({ id, kind: z.literal('commit') }),
  z.object({ id, kind: z.literal('refused-csv') }),
  /** Stops the reading that was asked for under this id. */
  z.object({ id, kind: z.literal('cancel') }),
])
export type Request = z.infer<typeof request>

/** What reading a file came to; the values themselves stay in the worker. */
export const readSummary = z.object({
  format: z.string(),
  source: sourceId,
  /** Data rows seen. */
  rows: z.int(),
  /** Values read: one metric on one day. */
  values: z.int(),
  metrics: z.record(z.string(), z.object({ days: z.int(), first: civilDate, last: civilDate, sum: z.number() })),
  /** The first `PREVIEWED`; `refusedCount` is all of them. */
  refused: z.array(refused),
  refusedCount: z.int(),
  leftOut: z.int(),
  /** Mood words whose meaning a person has to say. */
  unknownWords: z.array(z.string()),
})
export type ReadSummary = z.infer<typeof readSummary>

/** What importing would do. Counts are values: one metric on one day. */
export const planPreview = z.object({
  source: sourceId,
  added: z.int(),
  changedCount: z.int(),
  /** The first `PREVIEWED`, in the stored unit. */
  changed: z.array(z.object({ date: civilDate, metric: metricId, before: z.number(), after: z.number() })),
  same: z.int(),
})
export type PlanPreview = z.infer<typeof planPreview>

const saveProblem = z.object({ kind: z.enum(['quota', 'connection', 'unknown']), message: z.string() })
const importSummary = z.object({
  file: z.string(),
  source: sourceId,
  added: z.int(),
  changed: z.int(),
  same: z.int(),
  refused: z.int(),
})

const resultOf = <Value extends z.ZodMiniType, Failure extends z.ZodMiniType>(value: Value, failure: Failure) =>
  z.discriminatedUnion('ok', [z.object({ ok: z.literal(true), value }), z.object({ ok: z.literal(false), failure })])

export const answers = {
  inspect: resultOf(inspection, fileProblem),
  read: resultOf(readSummary, fileProblem),
  plan: resultOf(planPreview, saveProblem),
  commit: resultOf(
    z.object({ id: z.custom<ChangeId>(isText), label: z.string(), summary: importSummary }),
    saveProblem,
  ),
  'refused-csv': z.string(),
} as const

/** From the worker: how far a reading is, its answer, or that the worker failed in a way nobody foresaw. */
export const response = z.discriminatedUnion('kind', [
  z.object({ id, kind: z.literal('progress'), progress }),
  z.object({ id, kind: z.literal('answer'), answer: z.unknown() }),
  z.object({ id, kind: z.literal('crash'), message: z.string() }),
])
export type Response = z.infer<typeof response>
