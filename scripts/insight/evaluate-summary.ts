import type { Classical, Trial } from './evaluate-run.ts'
import type { Inside, TaskScore } from './evaluate-score.ts'

/** How our errors compare with another method's; less than 1: ours are smaller. */
export interface Ratio {
  /** Geometric mean over tasks of (MAE + .02 scale) / (MAE of the other + .02 scale). */
  readonly geometric: number
  /** Sum over tasks of MAE / scale, over the same sum of the other: hard tasks weigh more. */
  readonly pooled: number
}

export interface Summary {
  readonly tasks: number
  readonly persons: number
  /** Mean over tasks of the mean absolute error over the days of the horizon, in the scale of each series. */
  readonly mase: { readonly '1-7': number; readonly '1-14': number; readonly '1-30': number }
  readonly ratio: Readonly<Record<Classical, { readonly '1-7': Ratio; readonly '1-14': Ratio; readonly '1-30': Ratio }>>
  /** Shares of days inside of the bands, in per cent, by days ahead. */
  readonly coverage80: { readonly '1-7': number; readonly '8-30': number; readonly '1-30': number }
  readonly coverage95: { readonly '1-7': number; readonly '8-30': number; readonly '1-30': number }
  /** Mean over tasks of the interval score of the 95 % band, in the scale of each series. */
  readonly intervalScore95: number
}

const SPANS = { '1-7': 'mae7', '1-14': 'mae14', '1-30': 'mae30' } as const
type Span = keyof typeof SPANS
/** Keeps a task in which one method was exactly right from deciding everything. */
const SOFTENED = 0.02

/** The figures of some trials; NaN where there are none. */
export function summarise(trials: readonly Trial[]): Summary {
  const errorOf = (score: TaskScore, span: Span) => score[SPANS[span]]
  const mase = (span: Span) => meanOf(trials.map(({ own, scale }) => errorOf(own, span) / scale))
  const ratiosTo = (other: Classical) => {
    const ratio = (span: Span): Ratio => {
      const pairs = trials
        .map(({ own, others, scale }) => [errorOf(own, span) / scale, errorOf(others[other], span) / scale] as const)
        .filter(([ours]) => !Number.isNaN(ours))
      const logs = pairs.map(([ours, theirs]) => Math.log((ours + SOFTENED) / (theirs + SOFTENED)))
      return {
        geometric: Math.exp(meanOf(logs)),
        pooled: meanOf(pairs.map(([ours]) => ours)) / meanOf(pairs.map(([, theirs]) => theirs)),
      }
    }
    return { '1-7': ratio('1-7'), '1-14': ratio('1-14'), '1-30': ratio('1-30') }
  }
  const coverage = (band: 'in80' | 'in95') => {
    const near = tallyOf(trials, 'firstWeek', band)
    const far = tallyOf(trials, 'later', band)
    const percent = ([inside, days]: readonly [number, number]) => (100 * inside) / days
    return { '1-7': percent(near), '8-30': percent(far), '1-30': percent([near[0] + far[0], near[1] + far[1]]) }
  }
  return {
    tasks: trials.length,
    persons: new Set(trials.map(({ person }) => person)).size,
    mase: { '1-7': mase('1-7'), '1-14': mase('1-14'), '1-30': mase('1-30') },
    ratio: { naive: ratiosTo('naive'), ses: ratiosTo('ses'), ols30: ratiosTo('ols30') },
    coverage80: coverage('in80'),
    coverage95: coverage('in95'),
    intervalScore95: meanOf(trials.map(({ own, scale }) => (own.intervalScore95 ?? Number.NaN) / scale)),
  }
}

function tallyOf(trials: readonly Trial[], when: 'firstWeek' | 'later', band: keyof Inside): [number, number] {
  let inside = 0
  let days = 0
  for (const { own } of trials) {
    inside += own[when]?.[band] ?? 0
    days += own[when]?.days ?? 0
  }
  return [inside, days]
}

/** Of those that are numbers: a task may have no day in a span. */
function meanOf(values: readonly number[]): number {
  const known = values.filter((value) => !Number.isNaN(value))
  return known.reduce((sum, value) => sum + value, 0) / known.length
}
