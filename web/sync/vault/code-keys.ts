import { base64urlnopad } from '@scure/base'
import { PROTOCOL } from '../../../shared/sync/protocol.ts'
import { derivedBytes, derivedKey, derivingKey, SEALING } from './key-derivation.ts'
import { CODE_SECRET_BYTES, type CodeSecret, codeSecretOf } from './secret-code.ts'
import type { RandomBytes } from './vault-key.ts'

/** What a code is for: a recovery code lasts, the code of a device is for one coming in. */
export type CodeKind = 'recovery' | 'device'

/** What a code gives. 128 random bits need no slow derivation. */
export interface CodeKeys {
  /** [V1] The key of the slot that the code opens, not extractable; never leaves the device. */
  readonly slotKey: CryptoKey
  /** What the server is shown to be let in by the code alone: 43 characters. Says nothing about `slotKey`. */
  readonly proof: string
  /** The id of the code's slot: the hash of `proof`, so that the server can tell that the proof belongs to it. */
  readonly slotId: string
}

/** A new secret, to be shown as a code (`codeOf`). */
export function makeCodeSecret(randomBytes: RandomBytes): CodeSecret {
  return codeSecretOf(randomBytes(CODE_SECRET_BYTES))
}

/** [V1] The keys of a code of this kind. */
export async function deriveCode(secret: CodeSecret, kind: CodeKind): Promise<CodeKeys> {
  const deriving = await derivingKey(secret)
  const [slotKey, proof] = await Promise.all([
    derivedKey(deriving, `${PROTOCOL}/${kind}`, SEALING),
    derivedBytes(deriving, `${PROTOCOL}/${kind}/sign-in`),
  ])
  const hash = await crypto.subtle.digest('SHA-256', proof)
  return { slotKey, proof: base64urlnopad.encode(proof), slotId: base64urlnopad.encode(new Uint8Array(hash)) }
}
