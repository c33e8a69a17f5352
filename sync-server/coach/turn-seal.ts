import * as z from 'zod'
import type { TurnEvent } from '../../shared/coach/events.ts'
import { readFrame } from '../../shared/coach/turn.ts'
import type { SealedPiece, TurnHold } from '../store/coach-port.ts'

/** What a piece of a reply holds: more of its text, and in the last one how the turn ended. */
export interface Piece {
  readonly text: string
  /** Without the text of the whole reply, which the pieces are. */
  readonly end?: TurnEnding
}

export type TurnEnding = Exclude<TurnEvent, { readonly type: 'delta' }>

/** Seals what is kept of a turn's reply with the key that its device made for it (AES-256-GCM). The key is kept nowhere. */
export interface TurnSeal {
  seal(n: number, piece: Piece): Promise<Uint8Array>
  /** Throws for what was not sealed by this key as this piece of this turn. */
  open(piece: SealedPiece): Promise<Piece>
}

const NONCE_BYTES = 12
const contentSchema = z.object({ text: z.string(), end: z.tuple([z.string(), z.string()]).optional() })

/** `key` is base64url of 32 bytes. */
export function turnSeal(
  key: string,
  { account, turnId }: Pick<TurnHold, 'account' | 'turnId'>,
  randomBytes: (length: number) => Uint8Array<ArrayBuffer>,
): TurnSeal {
  const { subtle } = crypto
  const secret = subtle.importKey('raw', Buffer.from(key, 'base64url'), 'AES-GCM', false, ['encrypt', 'decrypt'])
  // Awaited where it is used; should nothing be sealed, nobody has to know that it was no key.
  secret.catch(() => undefined)
  const algorithm = (n: number, iv: Uint8Array<ArrayBuffer>) => ({
    name: 'AES-GCM',
    iv,
    additionalData: new TextEncoder().encode(`${account}\n${turnId}\n${n}`),
  })
  return {
    async seal(n, { text, end }) {
      // By chance and not by number: a piece may be sealed twice, where what was written by a process that died is not.
      const iv = randomBytes(NONCE_BYTES)
      const content = JSON.stringify(end === undefined ? { text } : { text, end: [end.type, JSON.stringify(end)] })
      const sealed = await subtle.encrypt(algorithm(n, iv), await secret, new TextEncoder().encode(content))
      return Buffer.concat([iv, new Uint8Array(sealed)])
    },
    async open({ n, sealed }) {
      const bytes = new Uint8Array(sealed)
      const iv = bytes.slice(0, NONCE_BYTES)
      const opened = await subtle.decrypt(algorithm(n, iv), await secret, bytes.slice(NONCE_BYTES))
      const { text, end } = contentSchema.parse(JSON.parse(new TextDecoder().decode(opened)))
      const ending = end === undefined ? undefined : readFrame(...end)
      return ending === undefined || ending.type === 'delta' ? { text } : { text, end: ending }
    },
  }
}
