import type { Book } from '../book.ts'
import type { Question } from '../language/question.ts'
import { lines, type Telling, tell } from '../telling.ts'
import type { Draft } from './draft.ts'
import { metricName } from './phrases.ts'

/** What can be asked. */
export function answerHelp(_question: Question, book: Book): Draft {
  return {
    parts: lines(
      tell`I answer from what you logged, on this device, with no network and no model. Every number links to where it stands.`,
      tell`Ask how you are doing, what changed, what goes with what, a value of a day or over any days, the best and the worst days, trends, two periods beside each other, streaks, goals, challenges, what to expect, what is worth attention, what to log, or what to try next.`,
      tell`You log: ${names(book)}.`,
    ),
    suggestions: ['How am I doing?', 'What changed lately?', 'Compare this month with last month'],
  }
}

export function answerGreeting(_question: Question, book: Book): Draft {
  return book.recorded.length === 0
    ? { parts: tell`Hello. Nothing is logged yet: log a value or import a file, and ask me about it.` }
    : { parts: tell`Hello. Ask me about ${names(book)}, about streaks and goals, or how you are doing.` }
}

export function answerThanks(): Draft {
  return { parts: tell`Glad to help. Ask on whenever you like.` }
}

/** What cannot be answered is said, with what can. */
export function answerUnknown({ unkept }: Question, book: Book): Draft {
  const why: Telling =
    unkept === undefined
      ? tell`I cannot answer that. I only speak about what you logged.`
      : /\bbur/.test(unkept)
        ? tell`OwnIt keeps calories eaten, not burned, so I cannot say.`
        : tell`You do not log ${unkept}, so I cannot say. A metric of your own can be added in Settings.`
  return {
    parts: lines(
      why,
      tell`I can tell you about ${names(book)}: values, averages, best days, trends, comparisons, patterns, forecasts, streaks and goals.`,
    ),
    suggestions: ['What can I ask?', 'How am I doing?'],
  }
}

function names({ recorded, facts }: Book): string {
  const metrics = recorded.length > 0 ? recorded : facts.metrics
  const all = metrics.map((metric) => metricName(metric))
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`
}
