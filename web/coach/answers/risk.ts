import { nextStepText } from '../../insight/wording/risk-sentences.ts'
import type { Book } from '../book.ts'
import type { Question } from '../language/question.ts'
import { lines, type Telling, tell } from '../telling.ts'
import type { Draft } from './draft.ts'
import { riskTelling } from './found.ts'
import { metricName } from './phrases.ts'

/** Risks of an answer at most. */
const MOST = 3

/** What is worth attention, with the one thing to do next; facts against published thresholds, and no diagnosis. */
export function answerRisk({ metrics }: Question, book: Book): Draft {
  const [metric] = metrics
  const risks = book.risks().filter((risk) => metric === undefined || risk.metric === metric.id)
  const of = metric === undefined ? {} : { metric: metric.id }
  if (risks.length === 0)
    return {
      ...of,
      parts: tell`Nothing in what you logged${metric === undefined ? '' : ` of ${metricName(metric)}`} stands out as worth attention. That is no judgement of your health.`,
    }
  const told = risks.slice(0, MOST).map((risk): Telling => tell`${riskTelling(risk, book)} ${nextStepText(risk.step)}`)
  return { ...of, parts: lines(...told) }
}
