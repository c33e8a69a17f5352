import { BUILT_IN_METRICS } from '../../shared/metric/catalogue.ts'
import { DEFAULT_UNITS } from '../../shared/metric/unit.ts'
import type { Analysis } from '../../web/insight/analysis.ts'
import { alertSentence, anomalySentence, changeSentence } from '../../web/insight/wording/change-sentences.ts'
import { comparisonSentence } from '../../web/insight/wording/comparison-sentence.ts'
import { findingSentence } from '../../web/insight/wording/finding-sentence.ts'
import { forecastSentence, notEnoughDataSentence } from '../../web/insight/wording/forecast-sentence.ts'
import { refusalSentence } from '../../web/insight/wording/refusal-sentence.ts'
import { type Sentence, textOf } from '../../web/insight/wording/sentence.ts'
import { type TermsOf, termsOf } from '../../web/insight/wording/terms.ts'

/** An analysis in the sentences of the app, a heading before each part; metrics it does not know by their own name. */
export function printedAnalysis(analysis: Analysis): string {
  const part = <T>(heading: string, items: readonly T[], say: (item: T, terms: TermsOf) => Sentence) =>
    items.length === 0 ? [] : ['', heading, ...items.map((item) => `  ${textOf(say(item, TERMS))}`)]
  const none = analysis.findings.length === 0 ? ['', 'Patterns', '  None that chance would not make.'] : []
  return [
    `Days before ${analysis.today}, method ${analysis.version}`,
    ...none,
    ...part('Patterns', analysis.findings, findingSentence),
    ...part('Maybe', analysis.maybe, findingSentence),
    ...part('Level changes', analysis.changes, changeSentence),
    ...part('Lasting shifts', analysis.alerts, alertSentence),
    ...part('Odd days', analysis.anomalies, anomalySentence),
    ...part('Compared', analysis.comparisons, comparisonSentence),
    ...part('Days to come', analysis.forecasts, (each, terms) =>
      each.kind === 'forecast' ? forecastSentence(each, terms) : notEnoughDataSentence(each, terms),
    ),
    ...part('Looked for', analysis.refusals, refusalSentence),
    '',
  ].join('\n')
}

const KNOWN = termsOf(BUILT_IN_METRICS, DEFAULT_UNITS)
const IDS: ReadonlySet<string> = new Set(BUILT_IN_METRICS.map(({ id }) => id))
const TERMS: TermsOf = (metric) => (IDS.has(metric) ? KNOWN(metric) : { ...KNOWN(metric), name: metric })
