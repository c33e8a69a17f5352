import * as z from 'zod/mini'
import { parseCivilDate } from '../calendar/civil-date.ts'
import { isTimeZone } from '../calendar/day-clock.ts'
import { canonicalJson } from '../document/canonical-json.ts'

/** Raised with every change of the schema. */
export const HEALTH_CONTEXT_VERSION = 1

/** Code points of the value at most: agents keep it in a block of that size. */
export const HEALTH_CONTEXT_LENGTH = 8000

/** Code points of a text that the person chose to give along. */
export const CONTEXT_TEXT_LENGTH = 80

const figure = z.number()
const count = z.int().check(z.minimum(0))
const date = z.string().check(z.refine((text) => parseCivilDate(text) !== undefined, 'is no date'))
/** A metric: `steps`, or `own-1` for one of the person's own, whose name is free text. Never an id out of the data. */
const metric = z.string().check(z.regex(/^(?:weight|steps|sleep|calories|protein|mood|own-\d{1,3})$/))
const reference = z.string().check(z.regex(/^[a-z0-9:>-]{1,80}$/))
const text = z.string().check(z.refine((label) => label === contextText(label), 'is no bounded text'))

const level = z.strictObject({
  metric,
  /** Only where the person chose to give names along. */
  label: z.optional(text),
  /** Of `mean`, `last` and `change`: `kg`, `lb`, `h`, `kcal`, `kJ`, `g`, `steps`, `1-5`; of an own metric its chosen text. */
  unit: z.optional(text),
  /** Recorded of the last 28 days. */
  n: count,
  mean: figure,
  last: z.strictObject({ date, value: figure }),
  /** Against the 28 days before, with the 95 % interval. */
  change: z.optional(
    z.strictObject({
      value: figure,
      low: figure,
      high: figure,
      verdict: z.enum(['higher', 'lower', 'about-the-same']),
    }),
  ),
})

const goal = z.strictObject({
  metric,
  kind: z.enum(['atLeast', 'atMost', 'between']),
  low: z.optional(figure),
  high: z.optional(figure),
  cadence: z.enum(['day', 'week', 'byDate']),
  until: z.optional(date),
  state: z.enum(['met', 'missed', 'open', 'paused']),
  value: z.optional(figure),
})

const challenge = z.strictObject({
  of: z.enum(['value', 'recorded', 'logged']),
  metric: z.optional(metric),
  low: z.optional(figure),
  high: z.optional(figure),
  count,
  days: count,
  from: date,
})

const finding = z.strictObject({
  id: reference,
  kind: z.enum(['association', 'weekday', 'trend']),
  evidence: z.enum(['strong', 'maybe']),
  x: z.optional(metric),
  y: metric,
  lag: z.optional(count),
  threshold: z.optional(figure),
  weekday: z.optional(count),
  windowDays: z.optional(count),
  effect: figure,
  low: figure,
  high: figure,
  n: count,
})

const change = z.strictObject({ metric, date, before: figure, after: figure, withinDays: count })

const forecast = z.strictObject({
  metric,
  days: z.array(z.strictObject({ date, mean: figure, low80: figure, high80: figure })),
})

const risk = z.strictObject({
  id: reference,
  severity: z.enum(['high', 'medium', 'low']),
  metric: z.optional(metric),
  measure: z.enum(['level', 'pace', 'recorded-days', 'days-since', 'shift']),
  value: figure,
  threshold: figure,
  side: z.enum(['below', 'above']),
  since: date,
})

/**
 * What an agent may be told of a person's days: numbers, enums, dates and names of this schema. Amounts are in the units
 * the person reads (pounds for stones). Lists have the most important first.
 */
export const healthContextSchema = z.strictObject({
  version: z.literal(HEALTH_CONTEXT_VERSION),
  as_of: date,
  tz: z.string().check(z.regex(/^[A-Za-z0-9_+/-]{1,64}$/), z.refine(isTimeZone, 'is no time zone')),
  /** From the day after it on the figures speak of the past. */
  stale_after: date,
  /** Days that levels are of. */
  level_days: count,
  metrics: z.array(level),
  streak: z.strictObject({ current: count, longest: count, today: z.boolean() }),
  goals: z.array(goal),
  challenges: z.array(challenge),
  findings: z.array(finding),
  changes: z.array(change),
  forecasts: z.array(forecast),
  risks: z.array(risk),
  /** Entries that were left out for the length. */
  left_out: count,
})

export type HealthContext = z.infer<typeof healthContextSchema>

/**
 * The context as it is sent and shown: canonical JSON (RFC 8785) of at most `HEALTH_CONTEXT_LENGTH` code points, without
 * an angle bracket or an ampersand, because agents put it into their prompt between tags. Where it is longer, entries are
 * left out from the end of its lists, the least important list first, the same ones every time.
 */
export function healthContextValue(context: HealthContext): string {
  let kept = context
  for (const list of DROPPED) {
    if (isWithin(escaped(kept))) break
    kept = shortened(kept, list)
  }
  return escaped(kept)
}

/** With as much of a list as there is room for, which may be nothing of it. */
function shortened(context: HealthContext, list: (typeof DROPPED)[number]): HealthContext {
  const entries = context[list]
  const first = (length: number): HealthContext => ({
    ...context,
    [list]: entries.slice(0, length),
    left_out: context.left_out + entries.length - length,
  })
  let fits = 0
  let tooLong = entries.length
  while (tooLong - fits > 1) {
    const middle = (fits + tooLong) >> 1
    if (isWithin(escaped(first(middle)))) fits = middle
    else tooLong = middle
  }
  return first(fits)
}

const isWithin = (value: string): boolean => codePoints(value) <= HEALTH_CONTEXT_LENGTH

/** What goes first where there is too much. */
const DROPPED = ['changes', 'forecasts', 'challenges', 'findings', 'goals', 'risks', 'metrics'] as const

/** The context that a value holds, or undefined where it is none. */
export function readHealthContext(value: string): HealthContext | undefined {
  if (!isWithin(value) || /[<>&]/.test(value)) return undefined
  let json: unknown
  try {
    json = JSON.parse(value)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
  const parsed = healthContextSchema.safeParse(json)
  return parsed.success ? parsed.data : undefined
}

/** A text of the person's as it may stand in a context: composed, without control characters and angle brackets, cut. */
export function contextText(label: string): string {
  const plain = label
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\p{C}\p{Zl}\p{Zp}<>]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return Array.from(plain).slice(0, CONTEXT_TEXT_LENGTH).join('').trim()
}

const ESCAPES: Readonly<Record<string, string>> = { '<': '\\u003c', '>': '\\u003e', '&': '\\u0026' }

const escaped = (context: HealthContext): string =>
  canonicalJson(withoutUndefined(context)).replace(/[<>&]/g, (mark) => ESCAPES[mark] ?? '')

/** Optional fields that are not there; canonical JSON knows no undefined. */
function withoutUndefined(context: HealthContext): Parameters<typeof canonicalJson>[0] {
  return JSON.parse(JSON.stringify(context))
}

const codePoints = (text: string): number => {
  let count = 0
  for (const _ of text) count++
  return count
}
