import { findPatterns } from '../../web/insight/analyse.ts'
import type { Finding } from '../../web/insight/analysis.ts'
import { METRICS, madePerson, randomFor } from './made-person.ts'
import { nullDays } from './null-days.ts'
import type { SimulatedGoal, Simulation } from './simulated-goal.ts'

interface Planted {
  readonly earlier: string
  readonly later: string
}

/** One link that is expected beforehand and one that is not. */
const LINKS: readonly Planted[] = [
  { earlier: 'sleep', later: 'mood' },
  { earlier: 'protein', later: 'steps' },
]
const CELLS = [
  { r: 0.5, days: 180, atLeast: 0.85 },
  { r: 0.3, days: 365, atLeast: 0.7 },
]
const FALSE_AT_MOST = 0.05
/** Cells of other simulations use the seeds below. */
const FIRST_CELL = 100

/**
 * Persons in whose days there is one link: what `earlier` was yesterday makes the share r² of how `later` varies. The
 * other metrics know nothing of each other. Level, drift and weekdays move as they do in life, a tenth to three tenths
 * of the days are missing and every third metric is heavy-tailed. How often the link is told, and which share of the
 * associations that are told is not there.
 */
export const simulatePlanted: Simulation = (persons) =>
  CELLS.flatMap(({ r, days, atLeast }, row) => {
    const seen: number[] = []
    let falseShare = 0
    let falseLinks = 0
    LINKS.forEach((link, column) => {
      let found = 0
      for (let person = 0; person < persons; person++) {
        const random = randomFor(FIRST_CELL + row * LINKS.length + column, person)
        const made = daysWith(link, r, days, random)
        const { series, today } = madePerson(made.days)
        const told = findPatterns(series, { today }).findings
        const links = told.filter(({ kind }) => kind === 'association')
        const right = links.filter((finding) => isOf(finding, link)).length
        const unreal = told.filter(
          ({ kind, metricY }) => kind === 'weekday' && !made.weekly[METRICS.indexOf(metricY)],
        ).length
        if (right > 0) found++
        falseLinks += shareOf(links.length - right, links.length)
        falseShare += shareOf(links.length - right + unreal, told.length)
      }
      seen.push(found / persons)
    })
    const cell = `r-${r}-days-${days}`
    const power = seen.reduce((sum, share) => sum + share, 0) / seen.length
    const goals: SimulatedGoal[] = [
      {
        name: `power-${cell}`,
        value: power,
        atLeast,
        detail: LINKS.map((link, i) => `${link.earlier} to ${link.later} ${percent(seen[i] ?? 0)}`).join(', '),
      },
      {
        name: `false-discovery-rate-${cell}`,
        value: falseShare / (persons * LINKS.length),
        atMost: FALSE_AT_MOST,
        detail: `of all that is told, mean over ${persons * LINKS.length} persons`,
      },
      {
        name: `false-discovery-rate-associations-${cell}`,
        value: falseLinks / (persons * LINKS.length),
        atMost: FALSE_AT_MOST,
        detail: `of the associations, mean over ${persons * LINKS.length} persons`,
      },
    ]
    return goals
  })

interface MadeDays {
  readonly days: Float64Array[]
  /** Which metrics differ by weekday; all drift. */
  readonly weekly: boolean[]
}

function daysWith({ earlier, later }: Planted, r: number, days: number, random: () => number): MadeDays {
  const between = (low: number, high: number) => low + (high - low) * random()
  // One day more in front, which the first day comes after.
  const noise = METRICS.map((_, i) =>
    nullDays(random, { days: days + 1, phi: between(0.2, 0.8), missing: 0, isHeavyTailed: i % 3 === 0, weekly: 0 }),
  )
  const from = noise[METRICS.indexOf(earlier)]
  const weekly = METRICS.map(() => random() < 2 / 3)
  const made = METRICS.map((metric, i) => {
    const own = noise[i]
    if (own === undefined || from === undefined) throw new RangeError('a metric has no days')
    const slope = between(-1.5, 1.5)
    const byWeekday = weekly[i] ? [0.2, 0.1, 0, 0, -0.3, 0.8, -0.8] : [0]
    const missing = between(0.1, 0.3)
    return Float64Array.from({ length: days }, (_, day) => {
      const itself = own[day + 1] as number
      const value = metric === later ? r * (from[day] as number) + Math.sqrt(1 - r * r) * itself : itself
      const moved = value + (slope * day) / days + (byWeekday[day % byWeekday.length] as number)
      return random() < missing ? Number.NaN : moved
    })
  })
  return { days: made, weekly }
}

const shareOf = (part: number, of: number) => (of === 0 ? 0 : part / of)

const isOf = (finding: Finding, { earlier, later }: Planted) =>
  finding.kind === 'association' &&
  ((finding.metricX === earlier && finding.metricY === later) ||
    (finding.metricX === later && finding.metricY === earlier))

const percent = (share: number) => `${(share * 100).toFixed(1)} %`
