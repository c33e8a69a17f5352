import '../../store/zod-without-eval.ts'
import * as z from 'zod/mini'

const rating = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)])

const draftSchema = z.object({
  date: z.string(),
  time: z.string(),
  rating: z.optional(rating),
  energy: z.optional(rating),
  stress: z.optional(rating),
  emoji: z.string(),
  tags: z.array(z.string()),
  tagText: z.string(),
  reflection: z.string(),
})

/** An entry as its form holds it. */
export type MoodDraft = Readonly<z.infer<typeof draftSchema>>

/** Names the draft of a new entry; that of a stored one is named by its id. */
export const NEW_ENTRY = 'new'

const keyOf = (entry: string) => `mood-draft:${entry}`

/**
 * Keeps what is being written, at each keystroke. Not in the database: what was typed must survive a page that is closed
 * in the middle of a word, and this store answers before it returns. False: the browser has no room for it.
 */
export function keepDraft(entry: string, draft: MoodDraft): boolean {
  try {
    localStorage.setItem(keyOf(entry), JSON.stringify(draft))
    return true
  } catch (error) {
    if (error instanceof DOMException) return false
    throw error
  }
}

/** What was begun and not saved, or undefined. A draft that no version of the form wrote counts as none. */
export function keptDraft(entry: string): MoodDraft | undefined {
  const text = localStorage.getItem(keyOf(entry))
  if (text === null) return undefined
  const parsed = z.safeParse(draftSchema, jsonOf(text))
  return parsed.success ? parsed.data : undefined
}

export function dropDraft(entry: string): void {
  localStorage.removeItem(keyOf(entry))
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
