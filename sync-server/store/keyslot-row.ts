import * as z from 'zod'
import { type Keyslot, kdfSchema, keyslotKindSchema } from '../../shared/sync/messages.ts'

/** A keyslot as a store keeps it; `kdf` is JSON. */
const keyslotRowSchema = z.object({
  id: z.string(),
  kind: keyslotKindSchema,
  kdf: z
    .string()
    .nullable()
    .transform((text) => (text === null ? null : kdfSchema.parse(JSON.parse(text)))),
  wrapped: z.string(),
  createdAt: z.number(),
})

/** The keyslot of a stored row. Throws for a row that no store has written. */
export const keyslotOfRow = (row: unknown): Keyslot => keyslotRowSchema.parse(row)

/** How a slot's key is made, as a store keeps it. */
export const kdfColumn = (kdf: Keyslot['kdf']): string | null => (kdf === null ? null : JSON.stringify(kdf))
