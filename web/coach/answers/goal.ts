import { addDays, datesBetween } from '../../../shared/calendar/civil-date.ts'
import type { Metric } from '../../../shared/metric/metric.ts'
import { dayNoun } from '../../../shared/metric/value-text.ts'
import type { Goal, GoalVersion } from '../../insight/goal/goal.ts'
import { historyOf } from '../../insight/goal/history.ts'
import { type GoalProgress, progressOn } from '../../insight/goal/progress.ts'
import type { Rule } from '../../insight/goal/rule.ts'
import { SUGGESTION_DAYS, suggestGoal } from '../../insight/goal/suggestion.ts'
import type { ProposedAction } from '../answer.ts'
import type { Book } from '../book.ts'
import type { Question } from '../language/question.ts'
import { LINKS } from '../links.ts'
import {
  countFigure,
  countOf,
  dateFigure,
  lines,
  type Place,
  sentences,
  type Telling,
  tell,
  valueFigure,
} from '../telling.ts'
import type { Draft } from './draft.ts'
import { metricName } from './phrases.ts'
import { projection } from './projection.ts'

/** How each goal stands and whether it is on course; and a goal that was asked for, to be confirmed. */
export function answerGoal(question: Question, book: Book): Draft {
  const { facts } = book
  const { metrics: asked, text, amount } = question
  const [metric] = asked
  const of = metric === undefined ? {} : { metric: metric.id }
  if (metric !== undefined && SETS.test(text)) return { ...of, ...newGoal(metric, amount, text, book) }
  const open = facts.goals.flatMap((goal) => {
    const own = book.metricOf(goal.metric)
    const progress = progressOn(goal, facts.today, book.records)
    return own === undefined || progress === undefined ? [] : [{ goal, metric: own, progress }]
  })
  const chosen = metric === undefined ? open : open.filter((one) => one.metric === metric)
  if (chosen.length > 0) return { ...of, parts: lines(...chosen.map((one) => goalTelling(one, book))) }
  const none =
    open.length === 0
      ? tell`You have no goal.`
      : tell`You have no goal for ${metric === undefined ? 'that' : metricName(metric)}.`
  const proposals = (metric === undefined ? book.recorded : [metric]).flatMap((one) => proposal(one, book) ?? [])
  const [first] = proposals
  return {
    ...of,
    parts: sentences(none, first?.parts ?? tell`One can be set under Goals.`),
    actions: proposals.slice(0, 2).map(({ action }) => action),
  }
}

const SETS = /\b(?:set|make|create|add|start|new|want|give me|change|update|propose|suggest\w*|recommend\w*)\b/

interface OpenGoal {
  readonly goal: Goal
  readonly metric: Metric
  readonly progress: GoalProgress
}

function goalTelling({ goal, metric, progress }: OpenGoal, book: Book): Telling {
  const place = { link: LINKS.goals, figure: `goal:${goal.id}` }
  const asks = askTelling(metric, progress.version, book, place)
  return sentences(
    tell`${asks}.`,
    standing(metric, progress, book, place),
    past(goal, metric, progress, book, place),
    outlook(metric, progress.version, progress, book, place),
  )
}

/** `At least 8 000 steps every day`. */
function askTelling(metric: Metric, { rule, cadence, until }: GoalVersion, book: Book, place: Place): Telling {
  const asked = ruleTelling(metric, rule, book, place)
  const name = metric.quantity === 'count' ? '' : `${metricName(metric, true)}: `
  switch (cadence) {
    case 'day':
      return tell`${name}${asked} every ${dayNoun(metric)}`
    case 'week':
      return tell`${name}${asked} on average, every week`
    case 'byDate':
      return until === undefined
        ? tell`${name}${asked}`
        : tell`${name}${asked} by ${dateFigure(until, { ...place, figure: `${place.figure}#until` })}`
  }
}

export function ruleTelling(metric: Metric, rule: Rule, { facts }: Book, place: Place): Telling {
  const figure = (name: string, value: number) =>
    valueFigure(metric, value, facts.units, { ...place, figure: `${place.figure}#${name}` })
  switch (rule.kind) {
    case 'atLeast':
      return tell`at least ${figure('low', rule.low)}`
    case 'atMost':
      return tell`at most ${figure('high', rule.high)}`
    case 'between':
      return tell`between ${figure('low', rule.low)} and ${figure('high', rule.high)}`
  }
}

function standing(
  metric: Metric,
  { state, value, version, recorded, reachedOn }: GoalProgress,
  { facts }: Book,
  place: Place,
): Telling {
  if (reachedOn !== undefined)
    return tell`Reached on ${dateFigure(reachedOn, { ...place, figure: `${place.figure}#reachedOn` })}.`
  if (state === 'paused') return tell`It rests.`
  if (value === undefined)
    return version.cadence === 'byDate'
      ? tell`Three values within four weeks say where you stand.`
      : tell`Nothing is logged for it yet.`
  const now = valueFigure(metric, value, facts.units, { ...place, figure: `${place.figure}#value` })
  const verdict = { met: 'it is met', missed: 'it is missed', open: 'it is open', paused: 'it rests' }[state]
  switch (version.cadence) {
    case 'day':
      return tell`Today has ${now}: ${verdict}.`
    case 'week':
      return tell`This week has ${now} on average, from ${countOf(recorded ?? 0, 'day', { ...place, figure: `${place.figure}#recorded` })}: ${verdict}.`
    case 'byDate':
      return tell`You stand at ${now} on average: ${verdict}.`
  }
}

/** How often the version that is in force was met. */
function past(
  goal: Goal,
  metric: Metric,
  { version }: GoalProgress,
  { records }: Book,
  place: Place,
): Telling | undefined {
  if (version.cadence === 'byDate') return undefined
  const { versions, streak } = historyOf(goal, records)
  const own = versions.find((one) => one.version === version)
  if (own === undefined || own.judged === 0) return undefined
  const noun = version.cadence === 'week' ? 'week' : dayNoun(metric)
  const met = countFigure(own.met, `${noun}s`, { ...place, figure: `${place.figure}#met` })
  const judged = countOf(own.judged, noun, { ...place, figure: `${place.figure}#judged` })
  const row =
    streak.current === 0
      ? undefined
      : tell`${countOf(streak.current, streak.unit, { ...place, figure: `${place.figure}#streak` })} in a row now.`
  return sentences(
    tell`Met on ${met} of ${judged} since ${dateFigure(version.from, { ...place, figure: `${place.figure}#from` })}.`,
    row,
  )
}

/** Whether a goal by a date is on course, as far as past days say. */
function outlook(
  metric: Metric,
  { rule, cadence, until }: GoalVersion,
  progress: GoalProgress,
  book: Book,
  place: Place,
): Telling | undefined {
  if (cadence !== 'byDate' || until === undefined || progress.state !== 'open' || rule.kind === 'between')
    return undefined
  return rule.kind === 'atLeast'
    ? projection(metric, { target: rule.low, reach: 'at-least', until }, book, place)
    : projection(metric, { target: rule.high, reach: 'at-most', until }, book, place)
}

/** A goal that the person's own days suggest. */
function proposal(
  metric: Metric,
  book: Book,
): { readonly parts: Telling; readonly action: ProposedAction } | undefined {
  const { today } = book.facts
  const values = datesBetween(addDays(today, -SUGGESTION_DAYS), addDays(today, -1)).map((date) =>
    book.records.valueOn(metric.id, date),
  )
  const suggested = suggestGoal(metric, values)
  if (suggested === undefined) return undefined
  const { rule, held, recorded } = suggested
  const place = { link: LINKS.goals, figure: `suggested:${metric.id}` }
  const asked = ruleTelling(metric, rule, book, place)
  const noun = dayNoun(metric)
  const parts = tell`Your own days suggest ${asked} every ${noun}: it held on ${countFigure(held, 'days', { ...place, figure: `${place.figure}#held` })} of the last ${countOf(recorded, noun, { ...place, figure: `${place.figure}#recorded` })} with a value.`
  return {
    parts,
    action: { kind: 'set-goal', label: labelOf(metric, rule, book), metric: metric.id, rule, cadence: 'day' },
  }
}

function newGoal(
  metric: Metric,
  amount: number | undefined,
  text: string,
  book: Book,
): Pick<Draft, 'parts' | 'actions'> {
  if (amount === undefined) {
    const suggested = proposal(metric, book)
    return suggested === undefined
      ? { parts: tell`Say what the goal is for ${metricName(metric)}, with a number, or set it under Goals.` }
      : { parts: suggested.parts, actions: [suggested.action] }
  }
  const isMost =
    /\b(?:at most|under|below|less|max|maximum|no more|down to|lose|limit)\b/.test(text) ||
    (metric.direction !== 'up' && !/\b(?:at least|over|above|more)\b/.test(text))
  const rule: Rule = isMost ? { kind: 'atMost', high: amount } : { kind: 'atLeast', low: amount }
  const place = { link: LINKS.goals, figure: `proposed:${metric.id}` }
  const { today } = book.facts
  const isLevel = metric.quantity === 'mass'
  const action: ProposedAction = {
    kind: 'set-goal',
    label: labelOf(metric, rule, book),
    metric: metric.id,
    rule,
    cadence: isLevel ? 'byDate' : /\bweek(?:ly)?\b/.test(text) ? 'week' : 'day',
    ...(isLevel ? { until: addDays(today, WEEKS_AHEAD * 7) } : {}),
  }
  return { parts: tell`A goal of ${ruleTelling(metric, rule, book, place)} can be set below.`, actions: [action] }
}

/** As far ahead as the form of goals offers. */
const WEEKS_AHEAD = 12

const labelOf = (metric: Metric, rule: Rule, book: Book): string =>
  `Set a goal: ${ruleTelling(metric, rule, book, { link: LINKS.goals, figure: '' })
    .map((part) => (typeof part === 'string' ? part : part.text))
    .join('')}`
