import { addDays } from '../../shared/calendar/civil-date.ts'
import { contextText, HEALTH_CONTEXT_VERSION, type HealthContext } from '../../shared/coach/health-context.ts'
import type { Metric } from '../../shared/metric/metric.ts'
import { displayUnit, toDisplay } from '../../shared/metric/unit.ts'
import type { Finding } from '../insight/analysis.ts'
import { standingOf } from '../insight/challenge/standing.ts'
import { compare } from '../insight/comparison/compare.ts'
import { progressOn } from '../insight/goal/progress.ts'
import { highOf, lowOf, type Rule } from '../insight/goal/rule.ts'
import { streakOf } from '../insight/streak.ts'
import { type Book, bookOf } from './book.ts'
import type { CoachFacts } from './facts.ts'
import { lastDay, meanOf } from './measures.ts'

/** What the person chose to give along besides numbers, enums and dates. */
export interface ContextChoice {
  /** Names and units of their own metrics, which are free text. */
  readonly names: boolean
}

/** Days that a level is said of, those before today. */
const LEVEL_DAYS = 28
/** Days after which levels of the last weeks speak of the past. */
const FRESH_DAYS = 2
/** How long ago a level may have moved to be told. */
const CHANGE_DAYS = 180
/** Days to come that are told: a day, a week and four weeks ahead. */
const AHEAD = [1, 7, 28]

/** A summary of the person's days for an agent, worked out on the device. Nothing in it is text out of the data unless chosen. */
export function buildContext(facts: CoachFacts, choice: ContextChoice): HealthContext {
  const book = bookOf(facts)
  const { today, timeZone } = facts
  const { current, longest, todayLogged } = streakOf(facts.loggedDays, facts.pauses, today)
  const names = namesOf(facts)
  const nameOf = (id: string) => names.get(id)
  return {
    version: HEALTH_CONTEXT_VERSION,
    as_of: today,
    tz: timeZone,
    stale_after: addDays(today, FRESH_DAYS),
    level_days: LEVEL_DAYS,
    metrics: book.recorded.flatMap((metric) => levelOf(metric, nameOf(metric.id), choice, book)),
    streak: { current, longest, today: todayLogged },
    goals: goalsOf(book, nameOf),
    challenges: challengesOf(book, nameOf),
    findings: [...(facts.analysis?.findings ?? []), ...(facts.analysis?.maybe ?? [])].flatMap((one) =>
      findingOf(one, book, nameOf),
    ),
    changes: changesOf(book, nameOf),
    forecasts: forecastsOf(book, nameOf),
    risks: risksIn(book, nameOf),
    left_out: 0,
  }
}

type NameOf = (id: string) => string | undefined

/** Built-in metrics by their ids, own ones by their place: an id of theirs came with the data. */
function namesOf({ metrics }: CoachFacts): ReadonlyMap<string, string> {
  let own = 0
  return new Map(metrics.map((metric) => [metric.id, metric.builtIn ? metric.id : `own-${++own}`]))
}

function levelOf(
  metric: Metric,
  name: string | undefined,
  choice: ContextChoice,
  book: Book,
): HealthContext['metrics'] {
  const { today, units } = book.facts
  const { days } = book.measure(metric, { from: addDays(today, -LEVEL_DAYS), to: addDays(today, -1), piece: 'days' })
  const last = lastDay(book.seriesOf(metric.id), today)
  if (name === undefined || days.length === 0 || last === undefined) return []
  const shown = (value: number) => rounded(metric, toDisplay(metric, value, units))
  const label = metric.builtIn || !choice.names ? '' : contextText(metric.name)
  const unit = metric.builtIn ? unitOf(metric, book) : choice.names ? contextText(metric.unit) : ''
  const change = changeOf(metric, book)
  return [
    {
      metric: name,
      ...(label === '' ? {} : { label }),
      ...(unit === '' ? {} : { unit }),
      n: days.length,
      mean: shown(meanOf(days)),
      last: { date: last.date, value: shown(last.value) },
      ...(change === undefined ? {} : { change }),
    },
  ]
}

function changeOf(metric: Metric, { facts, seriesOf }: Book) {
  const { today, units } = facts
  const series = seriesOf(metric.id)
  if (series === undefined) return undefined
  const from = addDays(today, -LEVEL_DAYS)
  const judged = compare(series, { from, to: addDays(today, -1), against: 'period-before', today })
  if ('reason' in judged) return undefined
  const shown = (value: number) => rounded(metric, toDisplay(metric, value, units))
  const { difference, ci95, verdict } = judged
  return { value: shown(difference), low: shown(ci95[0]), high: shown(ci95[1]), verdict }
}

function unitOf(metric: Metric, { facts }: Book): string {
  if (metric.quantity === 'rating') return '1-5'
  if (metric.quantity === 'count') return metric.id
  return displayUnit(metric, facts.units)
}

/** To a figure more than is shown. */
function rounded({ quantity }: Metric, value: number): number {
  const decimals = quantity === 'count' || quantity === 'energy' ? 0 : quantity === 'plain' ? 3 : 2
  const near = Number(value.toFixed(decimals))
  return near === 0 ? 0 : near
}

/** Amounts of a metric as the context has them. */
function shownOf(id: string, { metricOf, facts }: Book): (value: number) => number {
  const metric = metricOf(id)
  return (value) => (metric === undefined ? value : rounded(metric, toDisplay(metric, value, facts.units)))
}

function boundsOf(rule: Rule, shown: (value: number) => number) {
  const [low, high] = [lowOf(rule), highOf(rule)]
  return { ...(low === undefined ? {} : { low: shown(low) }), ...(high === undefined ? {} : { high: shown(high) }) }
}

function goalsOf(book: Book, nameOf: NameOf): HealthContext['goals'] {
  const { goals, today } = book.facts
  return goals.flatMap((goal) => {
    const name = nameOf(goal.metric)
    const progress = progressOn(goal, today, book.records)
    if (name === undefined || progress === undefined) return []
    const { version, state, value } = progress
    const shown = shownOf(goal.metric, book)
    return [
      {
        metric: name,
        kind: version.rule.kind,
        ...boundsOf(version.rule, shown),
        cadence: version.cadence,
        ...(version.until === undefined ? {} : { until: version.until }),
        state,
        ...(value === undefined ? {} : { value: shown(value) }),
      },
    ]
  })
}

function challengesOf(book: Book, nameOf: NameOf): HealthContext['challenges'] {
  return book.facts.challenges.flatMap((one) => {
    const { state, count } = standingOf(one, book.records)
    if (state !== 'running') return []
    const { task, days } = one.plan
    const name = task.of === 'logged' ? undefined : nameOf(task.metric)
    if (task.of !== 'logged' && name === undefined) return []
    const bounds = task.of === 'value' ? boundsOf(task.rule, shownOf(task.metric, book)) : {}
    return [{ of: task.of, ...(name === undefined ? {} : { metric: name }), ...bounds, count, days, from: one.from }]
  })
}

function findingOf(finding: Finding, book: Book, nameOf: NameOf): HealthContext['findings'] {
  const y = nameOf(finding.metricY)
  const x = finding.kind === 'association' ? nameOf(finding.metricX) : undefined
  if (y === undefined || (finding.kind === 'association' && x === undefined)) return []
  const isShare = finding.aspectY === 'whether'
  const shown = isShare ? (value: number) => Number(value.toFixed(3)) : shownOf(finding.metricY, book)
  const { kind, evidence, effect, ci95, n } = finding
  const sign = effect < 0 ? 'down' : 'up'
  const of = { evidence, y, effect: shown(effect), low: shown(ci95[0]), high: shown(ci95[1]), n }
  switch (finding.kind) {
    case 'association': {
      const { lag, threshold, metricX } = finding
      const id = `association:${x}>${y}:${lag}:${sign}`
      return [
        {
          id,
          kind: 'association',
          ...of,
          ...(x === undefined ? {} : { x }),
          lag,
          threshold: shownOf(metricX, book)(threshold),
        },
      ]
    }
    case 'weekday':
      return [{ id: `weekday:${y}`, kind: 'weekday', ...of, weekday: finding.weekday }]
    case 'trend':
      return [{ id: `${kind}:${y}:${sign}`, kind: 'trend', ...of, windowDays: finding.windowDays }]
  }
}

function changesOf(book: Book, nameOf: NameOf): HealthContext['changes'] {
  const { analysis, today } = book.facts
  const recent = (analysis?.changes ?? []).filter(({ date }) => date >= addDays(today, -CHANGE_DAYS))
  return recent
    .toSorted((a, b) => (a.date < b.date ? 1 : -1))
    .flatMap(({ metric, date, before, after, withinDays }) => {
      const name = nameOf(metric)
      const shown = shownOf(metric, book)
      return name === undefined
        ? []
        : [{ metric: name, date, before: shown(before.mean), after: shown(after.mean), withinDays }]
    })
}

function forecastsOf(book: Book, nameOf: NameOf): HealthContext['forecasts'] {
  return (book.facts.analysis?.forecasts ?? []).flatMap((one) => {
    const name = nameOf(one.metric)
    if (one.kind !== 'forecast' || name === undefined) return []
    const shown = shownOf(one.metric, book)
    const days = AHEAD.flatMap((at) => {
      const [date, mean, low, high] = [one.date[at], one.mean[at], one.lo80[at], one.hi80[at]]
      if (date === undefined || mean === undefined || low === undefined || high === undefined) return []
      return [{ date, mean: shown(mean), low80: shown(low), high80: shown(high) }]
    })
    return [{ metric: name, days }]
  })
}

function risksIn(book: Book, nameOf: NameOf): HealthContext['risks'] {
  return book.risks().flatMap(({ rule, metric, severity, measure, value, threshold, side, since }) => {
    const name = metric === undefined ? undefined : nameOf(metric)
    if (metric !== undefined && name === undefined) return []
    const isCounted = measure === 'recorded-days' || measure === 'days-since'
    const shown = metric === undefined || isCounted ? (of: number) => of : shownOf(metric, book)
    const id = name === undefined ? rule : `${rule}:${name}`
    return [
      {
        id,
        severity,
        ...(name === undefined ? {} : { metric: name }),
        measure,
        value: shown(value),
        threshold: shown(threshold),
        side,
        since,
      },
    ]
  })
}
