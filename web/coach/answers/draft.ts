import type { Answer } from '../answer.ts'
import type { Book } from '../book.ts'
import type { Question } from '../language/question.ts'
import type { Telling } from '../telling.ts'

/** An answer as it is written: `ask` adds what every answer has. */
export type Draft = { readonly parts: Telling } & Partial<Omit<Answer, 'intent' | 'parts'>>

export type Answerer = (question: Question, book: Book) => Draft
