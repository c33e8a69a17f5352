import { addDays, daysBetween } from '../../../shared/calendar/civil-date.ts'
import type { Metric } from '../../../shared/metric/metric.ts'
import type { Finding } from '../../insight/analysis.ts'
import { refusalSentence } from '../../insight/wording/refusal-sentence.ts'
import type { ProposedAction } from '../answer.ts'
import type { Book } from '../book.ts'
import type { Question } from '../language/question.ts'
import { LINKS } from '../links.ts'
import { askedPeriod } from '../period-words.ts'
import { lines, retold, sentences, type Telling, tell } from '../telling.ts'
import { comparison } from './compare.ts'
import type { Draft } from './draft.ts'
import { findingTelling } from './found.ts'
import { metricName } from './phrases.ts'

/** Findings of an answer at most. */
const MOST = 4

/** What the findings say of a metric, or of two together; never why. */
export function answerWhy(question: Question, book: Book): Draft {
  const { analysis } = book.facts
  const { metrics } = question
  const [metric, other] = metrics
  const besides = metric === undefined ? undefined : beside(metric, question, book)
  if (analysis === null)
    return {
      parts: lines(
        tell`Your days have not been looked through for patterns yet. Ask again in a moment.`,
        besides?.parts,
      ),
    }
  const strong = analysis.findings.filter((finding) => isAbout(finding, metrics)).toSorted(byUse(metric))
  const maybe = strong.length > 0 ? [] : analysis.maybe.filter((finding) => isAbout(finding, metrics))
  const told = [...strong, ...maybe].slice(0, MOST)
  const draft = {
    ...(metric === undefined ? {} : { metric: metric.id }),
    ...(besides === undefined ? {} : { period: besides.period, against: besides.against }),
  }
  if (told.length === 0) return { ...draft, parts: lines(besides?.parts, noneTelling(metric, other, book)) }
  const goTogether = told.some(({ kind }) => kind === 'association')
  return {
    ...draft,
    parts: lines(
      besides?.parts,
      ...told.map((finding) => findingTelling(finding, book)),
      goTogether
        ? tell`That two things go together does not say that one makes the other. A trial would tell more.`
        : undefined,
    ),
    actions: told.flatMap((finding) => trialOf(finding, book)).slice(0, 1),
  }
}

/** How the days asked about differ from the ones before: that much can be said of them. */
function beside(metric: Metric, { periods }: Question, book: Book) {
  const [span] = periods
  const { facts } = book
  if (span === undefined || span.from > facts.today || span.piece === 'all') return undefined
  const period = askedPeriod(span, facts)
  const days = Math.max(28, daysBetween(period.from, period.to) + 1)
  const against = askedPeriod({ from: addDays(period.from, -days), to: addDays(period.from, -1), piece: 'days' }, facts)
  return { parts: comparison(metric, period, against, book), period, against }
}

function isAbout(finding: Finding, metrics: readonly Metric[]): boolean {
  const of: readonly string[] = finding.kind === 'association' ? [finding.metricX, finding.metricY] : [finding.metricY]
  if (metrics.length > 1) return metrics.slice(0, 2).every(({ id }) => of.includes(id))
  return metrics.length === 0 || metrics.some(({ id }) => of.includes(id))
}

/** What goes with the metric that was asked about comes before what it goes with; what tells more before what tells less. */
const byUse = (metric: Metric | undefined) => (a: Finding, b: Finding) =>
  Number(b.metricY === metric?.id) - Number(a.metricY === metric?.id) ||
  Number(b.kind === 'association') - Number(a.kind === 'association') ||
  a.q - b.q

function noneTelling(metric: Metric | undefined, other: Metric | undefined, { facts, terms, metricOf }: Book): Telling {
  const refusals = facts.analysis?.refusals.filter(({ looked }) => looked === 'association') ?? []
  const refusal = refusals.find(({ metricX, metricY }) =>
    metric === undefined
      ? false
      : other === undefined
        ? metricY === metric.id
        : (metricX === metric.id && metricY === other.id) || (metricX === other.id && metricY === metric.id),
  )
  const head =
    metric === undefined
      ? tell`I cannot say why. No pattern was found in your days that chance would not make.`
      : other === undefined
        ? tell`I cannot say why. No pattern of ${metricName(metric)} was found in your days that chance would not make.`
        : tell`No link between ${metricName(metric)} and ${metricName(other)} was found in your days that chance would not make.`
  if (refusal === undefined) return head
  const place = { link: LINKS.findings, figure: `refusal:association:${refusal.metricX ?? ''}>${refusal.metricY}` }
  const of = refusal.aspectY === 'whether' ? 'share' : metricOf(refusal.metricY)
  return sentences(
    tell`I cannot say why.`,
    retold(refusalSentence(refusal, terms), { ...place, metricOf: () => of, units: facts.units }),
  )
}

export function trialOf(finding: Finding, { metricOf }: Book): ProposedAction[] {
  if (finding.kind !== 'association') return []
  const [condition, outcome] = [metricOf(finding.metricX), metricOf(finding.metricY)]
  if (condition === undefined || outcome === undefined || condition.id === 'mood' || condition.id === 'weight')
    return []
  const label = `Plan a trial: ${metricName(condition)} and ${metricName(outcome)}`
  return [{ kind: 'plan-trial', label, outcome: outcome.id, condition: condition.id }]
}
