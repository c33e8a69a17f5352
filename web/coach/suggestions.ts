import { metricName } from './answers/phrases.ts'
import type { Book } from './book.ts'
import type { Question } from './language/question.ts'

/** Questions that may come next: three, none of them the one that was just asked. */
export function suggestionsAfter({ intent }: Question, metricId: string | undefined, book: Book): readonly string[] {
  const metric = (metricId === undefined ? undefined : book.metricOf(metricId)) ?? book.recorded[0]
  if (metric === undefined) return ['What can I ask?']
  const name = metricName(metric)
  const all = [
    ['value', `What was my average ${name} last month?`],
    ['compare', `Compare ${name} this week with last week`],
    ['trend', `Which way is ${name} going?`],
    ['why', `What goes with ${name}?`],
    ['extreme', `What was my best ${metric.id === 'sleep' ? 'night' : 'day'} for ${name}?`],
    ['forecast', `What is ${name} likely to be next week?`],
    ['next', 'What should I try next?'],
  ] as const
  const others = all.filter(([of]) => of !== intent)
  const from = all.findIndex(([of]) => of === intent)
  const after = others.slice(Math.max(0, from)).concat(others.slice(0, Math.max(0, from)))
  return after.slice(0, 3).map(([, question]) => question)
}

/** Questions to begin with, from what there is today. */
export function firstQuestions(book: Book): readonly string[] {
  const [metric] = book.recorded
  if (metric === undefined) return ['What can I ask?', 'What should I log?']
  const found = book.facts.analysis?.findings[0]
  const about = found === undefined ? metric : (book.metricOf(found.metricY) ?? metric)
  return [
    'How am I doing?',
    'What changed lately?',
    found === undefined ? `Which way is ${metricName(about)} going?` : `What goes with ${metricName(about)}?`,
    book.records.isLogged(book.facts.today) ? 'What should I try next?' : 'What should I log today?',
  ]
}
