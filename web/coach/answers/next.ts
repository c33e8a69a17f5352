import { addDays, daysBetween } from '../../../shared/calendar/civil-date.ts'
import type { AssociationFinding } from '../../insight/analysis.ts'
import { lastDayOf } from '../../insight/experiment/plan.ts'
import { stateOn } from '../../insight/experiment/schedule.ts'
import { nextStepText } from '../../insight/wording/risk-sentences.ts'
import type { Book } from '../book.ts'
import type { Question } from '../language/question.ts'
import { LINKS } from '../links.ts'
import { countFigure, countOf, dateFigure, lines, type Telling, tell } from '../telling.ts'
import type { Draft } from './draft.ts'
import { findingTelling, riskTelling } from './found.ts'
import { answerGoal } from './goal.ts'
import { metricName, placeOf } from './phrases.ts'
import { trialOf } from './why.ts'

/** One thing to try: a risk's next step, a trial of what goes together, better records, or to go on as it is. */
export function answerNext(question: Question, book: Book): Draft {
  const { facts } = book
  const { metrics } = question
  const [metric] = metrics
  const of = metric === undefined ? {} : { metric: metric.id }
  if (/\btrials?\b|\bexperiments?\b/.test(question.text)) {
    const running = trials(book)
    if (running !== undefined) return { ...of, parts: running }
  }
  const isAsked = (id: string | undefined) => metric === undefined || id === metric.id
  const risk = book.risks().find((one) => one.severity !== 'low' && isAsked(one.metric))
  if (risk !== undefined)
    return { ...of, parts: lines(riskTelling(risk, book), tell`Next: ${nextStepText(risk.step)}`) }
  const [finding] = (facts.analysis?.findings ?? []).filter(
    (one): one is AssociationFinding =>
      one.kind === 'association' && isAsked(one.metricY) && trialOf(one, book).length > 0,
  )
  if (finding !== undefined) {
    return {
      ...of,
      parts: lines(
        findingTelling(finding, book),
        tell`Next: a trial, some days with it and some without. Only that tells whether the one does anything to the other.`,
      ),
      actions: trialOf(finding, book),
    }
  }
  const sparse = leastRecorded(question, book)
  if (sparse !== undefined) return { ...of, ...sparse }
  // Goals are projected, which takes its time: only who has none is told of one.
  const goal = facts.goals.length === 0 ? answerGoal(question, book) : undefined
  return {
    ...of,
    parts: lines(tell`Nothing in your days asks for a change. Go on as you do, or set yourself a goal.`, goal?.parts),
    actions: goal?.actions ?? [],
  }
}

const WEEK = 7
const ENOUGH = 5

/** What was logged least last week: more days of it tell more. */
function leastRecorded({ metrics }: Question, book: Book): Pick<Draft, 'parts' | 'actions'> | undefined {
  const { today } = book.facts
  const week = { from: addDays(today, -WEEK), to: addDays(today, -1), piece: 'days' } as const
  const [least] = (metrics.length > 0 ? metrics : book.recorded)
    .filter(({ id }) => id !== 'weight')
    .map((metric) => ({ metric, n: book.measure(metric, week).days.length }))
    .filter(({ n }) => n < ENOUGH)
    .toSorted((a, b) => a.n - b.n)
  if (least === undefined) return undefined
  const { metric, n } = least
  const days = countFigure(WEEK, 'days', placeOf('days', metric, week))
  return {
    parts: tell`${metricName(metric, true)} was logged on ${countFigure(n, 'days', placeOf('n', metric, week))} of the last ${days} days. Next: log it each day this week, so that more can be said of it.`,
    actions: [{ kind: 'log', label: `Log ${metricName(metric)} of today`, metric: metric.id, date: today }],
  }
}

function trials({ facts, metricOf }: Book): Telling | undefined {
  const open = facts.experiments.filter(({ plan, stopped }) => stopped === undefined && lastDayOf(plan) >= facts.today)
  if (open.length === 0) return undefined
  return lines(
    ...open.map((experiment) => {
      const { plan, id } = experiment
      const place = { link: LINKS.trials, figure: `trial:${id}` }
      const last = lastDayOf(plan)
      const outcome = metricOf(plan.outcome)
      const name = outcome === undefined ? 'a metric that was deleted' : metricName(outcome)
      const state = stateOn(plan, facts.today)
      const left = daysBetween(facts.today, last)
      return tell`Your trial of “${plan.change}” on ${name} ${state.phase === 'before' ? 'begins on' : 'has run since'} ${dateFigure(plan.start, place)} and ends on ${dateFigure(last, { ...place, figure: `${place.figure}#last` })}, in ${countOf(left, 'day', { ...place, figure: `${place.figure}#left` })}.`
    }),
  )
}
