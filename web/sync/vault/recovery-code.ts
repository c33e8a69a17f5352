import { PROTOCOL } from '../../../shared/sync/protocol.ts'
import { derivedKey, derivingKey, SEALING } from './key-derivation.ts'
import { CODE_SECRET_BYTES, type CodeSecret, codeSecretOf } from './secret-code.ts'
import type { RandomBytes } from './vault-key.ts'

/** A new recovery code, to be shown once (`codeOf`). */
export function makeRecoverySecret(randomBytes: RandomBytes): CodeSecret {
  return codeSecretOf(randomBytes(CODE_SECRET_BYTES))
}

/** [V1] The key of the slot that a recovery code opens. 128 random bits need no slow derivation. */
export async function recoverySlotKey(secret: CodeSecret): Promise<CryptoKey> {
  return derivedKey(await derivingKey(secret), `${PROTOCOL}/recovery`, SEALING)
}
