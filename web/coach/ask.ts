import type { UnitPreference } from '../../shared/metric/unit.ts'
import type { Answer, Intent, Memory } from './answer.ts'
import { answerChallenge } from './answers/challenge.ts'
import { answerChange } from './answers/change.ts'
import { answerCompare } from './answers/compare.ts'
import { answerCount } from './answers/count.ts'
import type { Answerer, Draft } from './answers/draft.ts'
import { answerExtreme } from './answers/extreme.ts'
import { answerForecast } from './answers/forecast.ts'
import { answerGoal } from './answers/goal.ts'
import { answerLog } from './answers/log.ts'
import { answerNext } from './answers/next.ts'
import { answerOverview } from './answers/overview.ts'
import { answerCrisis, answerDiagnosis, answerMedication } from './answers/refuse.ts'
import { answerRisk } from './answers/risk.ts'
import { answerStreak } from './answers/streak.ts'
import { answerGreeting, answerHelp, answerThanks, answerUnknown } from './answers/talk.ts'
import { answerTrend } from './answers/trend.ts'
import { answerValue } from './answers/value.ts'
import { answerWhy } from './answers/why.ts'
import { bookOf } from './book.ts'
import type { CoachFacts } from './facts.ts'
import { namesNoDay } from './language/periods.ts'
import { type Question, readQuestion } from './language/question.ts'
import { LINKS } from './links.ts'
import { suggestionsAfter } from './suggestions.ts'
import { dateFigure, lines, type Telling, tell } from './telling.ts'

export interface Asked {
  readonly answer: Answer
  /** To be handed in with the next question of the conversation. */
  readonly memory: Memory
}

/**
 * What the person's records say to a question in English, with no network and no model. Never throws for what is typed; the
 * same question, facts and memory give the same answer. What cannot be answered is said, with what can.
 */
export function ask(question: string, facts: CoachFacts, memory: Memory): Asked {
  const read = readQuestion(question, facts, memory)
  const book = bookOf({ ...facts, units: unitsAsked(read.text, facts.units) })
  const answerer = namesNoDay(read.text) && !TALK.has(read.intent) ? answerNoDay : ANSWERERS[read.intent]
  const { actions = [], suggestions, ...draft } = answerer(read, book)
  const answer: Answer = {
    intent: read.intent,
    ...draft,
    parts: lines(draft.parts, ofWhen(read.intent, facts)),
    actions,
    suggestions: suggestions ?? suggestionsAfter(read, draft.metric, book),
  }
  return { answer, memory: memoryAfter(read, draft, memory) }
}

const answerNoDay: Answerer = ({ metrics: [metric] }) => ({
  parts: tell`No calendar has the day you name. Ask of another one.`,
  ...(metric === undefined ? {} : { metric: metric.id }),
})

/** Intents that rest on the analysis. */
const OF_ANALYSIS: ReadonlySet<Intent> = new Set(['why', 'change', 'forecast', 'next'])

/** Where the analysis is of another day, that is said: it is made again soon. */
function ofWhen(intent: Intent, { analysis, today }: CoachFacts): Telling | undefined {
  if (analysis === null || analysis.today === today || !OF_ANALYSIS.has(intent)) return undefined
  const day = dateFigure(analysis.today, { link: LINKS.findings, figure: `date:${analysis.today}` })
  return tell`What the insights found is as of ${day}.`
}

/** `My weight in pounds`: for this answer, the units that it asks for. */
function unitsAsked(text: string, units: UnitPreference): UnitPreference {
  const [, mass] = /\bin (kg|kilos|kilograms|lbs?|pounds|stones?)\b/.exec(text) ?? []
  const [, energy] = /\bin (kj|kilojoules|kcal|kilocalories)\b/.exec(text) ?? []
  return {
    mass: mass === undefined ? units.mass : mass.startsWith('k') ? 'kg' : mass.startsWith('s') ? 'st' : 'lb',
    energy: energy === undefined ? units.energy : energy.endsWith('j') || energy.endsWith('joules') ? 'kJ' : 'kcal',
  }
}

const ANSWERERS: Readonly<Record<Intent, Answerer>> = {
  overview: answerOverview,
  change: answerChange,
  why: answerWhy,
  compare: answerCompare,
  value: answerValue,
  count: answerCount,
  extreme: answerExtreme,
  trend: answerTrend,
  streak: answerStreak,
  goal: answerGoal,
  challenge: answerChallenge,
  forecast: answerForecast,
  risk: answerRisk,
  log: answerLog,
  next: answerNext,
  help: answerHelp,
  greeting: answerGreeting,
  thanks: answerThanks,
  diagnosis: answerDiagnosis,
  medication: answerMedication,
  crisis: answerCrisis,
  unknown: answerUnknown,
}

/** What is only talk between two questions leaves what they are about as it was. */
const TALK: ReadonlySet<Intent> = new Set([
  'help',
  'greeting',
  'thanks',
  'diagnosis',
  'medication',
  'crisis',
  'unknown',
])

function memoryAfter(
  { intent, statistic, bound, periods }: Question,
  { metric, period }: Draft,
  before: Memory,
): Memory {
  if (TALK.has(intent)) return before
  const [asked] = periods
  return {
    intent,
    ...(metric === undefined ? {} : { metric }),
    ...(period === undefined || asked === undefined ? {} : { period }),
    ...(statistic === undefined ? {} : { statistic }),
    ...(bound === undefined ? {} : { bound }),
  }
}
