import '../store/zod-without-eval.ts'
import * as z from 'zod/mini'

/** What a page and its passphrase worker say to each other. Both ends parse what they get. */

const bytes = z.custom<Uint8Array<ArrayBuffer>>(
  (value) => value instanceof Uint8Array && value.buffer instanceof ArrayBuffer,
)

export const passphraseRequest = z.object({
  password: bytes,
  salt: bytes,
  memory: z.int(),
  passes: z.int(),
  lanes: z.int(),
  length: z.int(),
})

export const passphraseResponse = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('derived'), bytes }),
  z.object({ kind: z.literal('crash'), message: z.string() }),
])
export type PassphraseResponse = z.infer<typeof passphraseResponse>
