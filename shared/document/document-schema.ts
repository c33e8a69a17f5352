import * as z from 'zod/mini'
import type { Document, Fields, Stamps } from './document.ts'
import { FORBIDDEN_NAME, isPlainObject, problemOfJson } from './json.ts'
import { isStamp } from './stamp.ts'

/** Longest collection name, id or field name. A civil date is 10, a UUID 36, `<metric>@<source>` under 100. */
export const NAME_LENGTH = 200

const NO_NAME = `a name has 1 to ${NAME_LENGTH} whole characters`

const isName = (text: string) => text.length >= 1 && text.length <= NAME_LENGTH && text.isWellFormed()

const name = z.string().check(z.refine(isName, NO_NAME))

// Collection and id are one text with a zero byte between them where they name a document for the server (E3).
const collection = name.check(z.refine((text) => !text.includes('\0'), 'a zero byte in a collection'))

// Not z.record: it drops a key called __proto__ without a word, and a document is taken whole or refused with a reason.
const fields = z.custom<Fields>(isPlainObject, 'not an object').check((context) => {
  for (const [field, value] of Object.entries(context.value)) {
    const problem = problemOfName(field) ?? problemOfJson(value)
    if (problem !== undefined) report(context, field, problem)
  }
})

const stamps = z.custom<Stamps>(isPlainObject, 'not an object').check((context) => {
  for (const [field, value] of Object.entries(context.value)) {
    const problem = problemOfName(field) ?? (isStamp(value) ? undefined : 'not a stamp')
    if (problem !== undefined) report(context, field, problem)
  }
})

function problemOfName(field: string): string | undefined {
  if (field === FORBIDDEN_NAME) return 'no field may be called this'
  return isName(field) ? undefined : NO_NAME
}

function report(context: z.core.ParsePayload, field: string, message: string): void {
  context.issues.push({ code: 'custom', message, path: [field], input: context.value })
}

/** A document as it arrives from outside: a backup file, another device. Unknown collections and fields pass (M4). */
export const documentSchema = z
  .object({
    collection,
    id: name,
    fields,
    stamps,
  })
  .check(
    z.refine((document) => {
      const names = Object.keys(document.fields)
      return (
        names.length === Object.keys(document.stamps).length &&
        names.every((field) => Object.hasOwn(document.stamps, field))
      )
    }, 'fields and stamps must have the same keys'),
  )

/** The document that `input` is, or what is wrong with it, as a value. */
export function parseDocument(input: unknown): { document: Document } | { problem: string } {
  const parsed = documentSchema.safeParse(input)
  if (parsed.success) return { document: parsed.data }
  return { problem: z.prettifyError(parsed.error) }
}
