import * as z from 'zod/mini'
import type { Document } from './document.ts'
import { isStamp, type Stamp } from './stamp.ts'

/** Longest collection name, id or field name. A civil date is 10, a UUID 36, `<metric>@<source>` under 100. */
export const NAME_LENGTH = 200

const name = z.string().check(z.minLength(1), z.maxLength(NAME_LENGTH))
const stamp = z.custom<Stamp>(isStamp, 'not a stamp')

/** A document as it arrives from outside: a backup file, another device. Unknown collections and fields pass (M4). */
export const documentSchema = z
  .object({
    collection: name,
    id: name,
    fields: z.record(name, z.json()),
    stamps: z.record(name, stamp),
  })
  .check(
    z.refine((document) => {
      const fields = Object.keys(document.fields)
      return (
        fields.length === Object.keys(document.stamps).length &&
        fields.every((field) => Object.hasOwn(document.stamps, field))
      )
    }, 'fields and stamps must have the same keys'),
  )

/** The document that `input` is, or what is wrong with it, as a value. */
export function parseDocument(input: unknown): { document: Document } | { problem: string } {
  const parsed = documentSchema.safeParse(input)
  if (parsed.success) return { document: parsed.data as Document }
  return { problem: z.prettifyError(parsed.error) }
}
