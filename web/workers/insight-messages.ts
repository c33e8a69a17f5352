import * as z from 'zod/mini'
import { NAME_LENGTH } from '../../shared/document/document-schema.ts'
import { civilDate, comparison, forecast, notEnoughData, refusal } from '../store/insight-schema.ts'
import { experimentRefusal, experimentResult, goalProjection, reach, shuffleResult } from './insight-answer-schemas.ts'
import { weeklyReport } from './report-schema.ts'

/** What a page and its insight worker say to each other. Both ends parse what they get, and what is asked is bounded. */

/** Days that a forecast may look ahead. */
export const LONGEST_HORIZON = 90
/** Times that the weeks may be shuffled. */
export const MOST_SHUFFLES = 200

const id = z.int()
const metric = z.string().check(z.minLength(1), z.maxLength(100))

export const insightRequest = z.discriminatedUnion('kind', [
  /** The page came into sight or went out of it: out of sight nothing is worked out. */
  z.object({ kind: z.literal('sight'), visible: z.boolean() }),
  z.object({
    id,
    kind: z.literal('compare'),
    metric,
    from: civilDate,
    to: civilDate,
    against: z.enum(['period-before', 'year-ago']),
  }),
  z.object({
    id,
    kind: z.literal('forecast'),
    metric,
    horizon: z.int().check(z.gte(1), z.lte(LONGEST_HORIZON)),
  }),
  /** When a goal is reached; `target` and `plannedPerWeek` in the stored unit of the metric. */
  z.object({
    id,
    kind: z.literal('project'),
    metric,
    target: z.number(),
    reach,
    seed: z.int(),
    plannedPerWeek: z.exactOptional(z.number()),
  }),
  z.object({
    id,
    kind: z.literal('shuffle'),
    runs: z.int().check(z.gte(1), z.lte(MOST_SHUFFLES)),
    seed: z.int(),
  }),
  /** What an experiment came to; `experiment` is the id of its document. */
  z.object({
    id,
    kind: z.literal('experiment'),
    experiment: z.string().check(z.minLength(1), z.maxLength(NAME_LENGTH)),
  }),
  /** The page about the last whole week. */
  z.object({ id, kind: z.literal('report') }),
  /** Something for the coach, which parses it: coach-messages.ts, where whoever never asks it does not load it. */
  z.object({ id, kind: z.literal('coach'), asked: z.unknown() }),
  /** Stops what was asked for under this id. */
  z.object({ id, kind: z.literal('cancel') }),
])
export type InsightRequest = z.infer<typeof insightRequest>
/** What is answered. */
export type InsightQuestion = Exclude<InsightRequest, { kind: 'sight' | 'cancel' }>

export const insightAnswers = {
  compare: z.union([comparison, refusal]),
  forecast: z.union([forecast, notEnoughData]),
  project: z.union([goalProjection, notEnoughData]),
  shuffle: shuffleResult,
  experiment: z.union([experimentResult, experimentRefusal]),
  /** Null: nothing has been found yet that it could be about. */
  report: z.nullable(weeklyReport),
  /** Parsed by coach-client.ts. */
  coach: z.unknown(),
} as const

/** From the worker: how far it is with an answer, the answer, or that it failed in a way nobody foresaw. */
export const insightResponse = z.discriminatedUnion('kind', [
  z.object({ id, kind: z.literal('progress'), done: z.int(), of: z.int() }),
  z.object({ id, kind: z.literal('answer'), answer: z.unknown() }),
  z.object({ id, kind: z.literal('crash'), message: z.string() }),
  /** A look that nobody had asked for failed. */
  z.object({ kind: z.literal('look-failed'), message: z.string() }),
])
export type InsightResponse = z.infer<typeof insightResponse>
