import { type CivilDate, daysBetween } from '../../../shared/calendar/civil-date.ts'
import type { Metric } from '../../../shared/metric/metric.ts'
import { type GoalProjection, projectGoal } from '../../insight/forecast/goal-projection.ts'
import { notEnoughDataSentence } from '../../insight/wording/forecast-sentence.ts'
import { goalSentence } from '../../insight/wording/goal-sentence.ts'
import type { Sentence } from '../../insight/wording/sentence.ts'
import type { Book } from '../book.ts'
import { dateFigure, type Place, retold, sentences, type Telling, tell } from '../telling.ts'

/** The same goal is told the same on every device and on the screen of goals. */
const SEED = 1

export interface Aim {
  readonly target: number
  readonly reach: 'at-least' | 'at-most'
  /** The day by which it is wanted. */
  readonly until?: CivilDate | undefined
}

/** When a level is likely to come to an amount, as far as past days say, and how likely that is by a day. */
export function projection(
  metric: Metric,
  { target, reach, until }: Aim,
  { facts, seriesOf, terms }: Book,
  place: Place,
): Telling | undefined {
  const series = seriesOf(metric.id)
  if (series === undefined) return undefined
  const found = projectGoal(series, { target, reach, today: facts.today, seed: SEED })
  const told = (sentence: Sentence) => retold(sentence, { ...place, metricOf: () => metric, units: facts.units })
  if (found.kind === 'not-enough-data') return told(notEnoughDataSentence(found, terms))
  return sentences(told(goalSentence(found, terms)), until && chanceBy(found, facts.today, until, place))
}

function chanceBy(found: GoalProjection, today: CivilDate, until: CivilDate, place: Place): Telling | undefined {
  const index = daysBetween(today, until)
  const chance = found.probability[index]
  if (chance === undefined) return undefined
  const { link, figure } = place
  const courses = { text: String(Math.round(chance * 100)), value: chance * 100, unit: '%', link }
  return tell`By ${dateFigure(until, { link, figure: `date:${until}` })} it is reached in about ${{ ...courses, figure: `${figure}#probability.${index}` }} of 100 courses.`
}
