import type { Metric } from '../../../shared/metric/metric.ts'
import type { Anomaly, Finding, LevelChange, ShiftAlert } from '../../insight/analysis.ts'
import { findingKey } from '../../insight/promotion/finding-key.ts'
import type { Risk } from '../../insight/risk/risk.ts'
import { alertSentence, anomalySentence, changeSentence } from '../../insight/wording/change-sentences.ts'
import { findingSentence } from '../../insight/wording/finding-sentence.ts'
import { riskSentence } from '../../insight/wording/risk-sentences.ts'
import type { Book } from '../book.ts'
import { LINKS, linkToDays } from '../links.ts'
import { retold, type Telling } from '../telling.ts'

/** What the insights found, in their own sentences: nothing is added to what they say. */

export function findingTelling(finding: Finding, { terms, metricOf, facts }: Book): Telling {
  const ofY = finding.aspectY === 'whether' ? 'share' : metricOf(finding.metricY)
  return retold(findingSentence(finding, terms), {
    link: LINKS.findings,
    figure: findingKey(finding),
    metricOf: (key) => (key === 'threshold' && finding.kind === 'association' ? metricOf(finding.metricX) : ofY),
    units: facts.units,
  })
}

export function changeTelling(change: LevelChange, book: Book): Telling {
  const figure = `change:${change.metric}:${change.date}`
  return retold(changeSentence(change, book.terms), { ...ofMetric(change.metric, book), link: LINKS.changes, figure })
}

export function anomalyTelling(anomaly: Anomaly, book: Book): Telling {
  const { metric, date } = anomaly
  const figure = `anomaly:${metric}:${date}`
  const link = linkToDays(metric, { from: date, to: date })
  return retold(anomalySentence(anomaly, book.terms), { ...ofMetric(metric, book), link, figure })
}

export function alertTelling(alert: ShiftAlert, book: Book): Telling {
  const figure = `alert:${alert.metric}:${alert.since}`
  return retold(alertSentence(alert, book.terms), { ...ofMetric(alert.metric, book), link: LINKS.changes, figure })
}

export function riskTelling(risk: Risk, book: Book): Telling {
  const isCounted = risk.measure === 'recorded-days' || risk.measure === 'days-since'
  const metric = isCounted || risk.metric === undefined ? undefined : book.metricOf(risk.metric)
  const told = retold(riskSentence(risk, book.terms), {
    metricOf: () => metric,
    units: book.facts.units,
    link: LINKS.findings,
    figure: `risk:${risk.id}`,
  })
  return isCounted
    ? told.map((part) => (typeof part === 'string' || part.unit !== '' ? part : { ...part, unit: 'days' }))
    : told
}

function ofMetric(id: string, { metricOf, facts }: Book) {
  const metric: Metric | undefined = metricOf(id)
  return { metricOf: () => metric, units: facts.units }
}
