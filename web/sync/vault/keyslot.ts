import { base64urlnopad } from '@scure/base'
import { fail, ok, type Result } from '../../../shared/result/result.ts'
import type { Kdf, KeyslotDraft, KeyslotKind } from '../../../shared/sync/messages.ts'
import { PROTOCOL } from '../../../shared/sync/protocol.ts'
import { decrypt, encrypt, IV_BYTES, TAG_BYTES } from './authenticated-cipher.ts'
import { joinedBytes } from './joined-bytes.ts'
import { type RandomBytes, VAULT_KEY_BYTES, type VaultKey, vaultKeyOf } from './vault-key.ts'

const WRAPPED_BYTES = IV_BYTES + VAULT_KEY_BYTES + TAG_BYTES
/** Of its base64url, which 60 bytes fill without a rest. */
const WRAPPED_LENGTH = (WRAPPED_BYTES / 3) * 4
const ID_BYTES = 16

export interface SlotParts {
  readonly accountId: string
  readonly kind: KeyslotKind
  /** AES-256-GCM; what a person keeps, or types, gives it. */
  readonly slotKey: CryptoKey
  /** How the slot's key comes from a passphrase; null where it does not. */
  readonly kdf: Kdf | null
  readonly vaultKey: VaultKey
  readonly randomBytes: RandomBytes
  /** Of the slot that this one replaces. */
  readonly id?: string
}

/** [V1] A new way into the vault, to be put on the server: the vault key, wrapped under the slot's own key. */
export async function makeKeyslot({ vaultKey, slotKey, kind, kdf, ...parts }: SlotParts): Promise<KeyslotDraft> {
  const id = parts.id ?? newKeyslotId(parts.randomBytes)
  const iv = parts.randomBytes(IV_BYTES)
  const wrapped = new Uint8Array(WRAPPED_BYTES)
  wrapped.set(iv)
  wrapped.set(await encrypt(slotKey, iv, additionalDataOf(parts.accountId, id), vaultKey), IV_BYTES)
  return { id, kind, kdf, wrapped: base64urlnopad.encode(wrapped) }
}

const newKeyslotId = (randomBytes: RandomBytes): string => base64urlnopad.encode(randomBytes(ID_BYTES))

/** `format`: no slot of this protocol; `key`: another passphrase or code made it, for another account, or it is damaged. */
export interface KeyslotProblem {
  readonly kind: 'format' | 'key'
  readonly message: string
}

/** [V2] The vault key that a slot holds. Whoever gets it fills it with zeros after use. */
export async function openKeyslot(
  { id, wrapped }: Pick<KeyslotDraft, 'id' | 'wrapped'>,
  slotKey: CryptoKey,
  accountId: string,
): Promise<Result<VaultKey, KeyslotProblem>> {
  if (wrapped.length !== WRAPPED_LENGTH)
    return fail({ kind: 'format', message: 'This way into the vault is damaged, or a newer version of OwnIt made it.' })
  // The messages of the protocol have been parsed: it is base64url.
  const bytes = new Uint8Array(base64urlnopad.decode(wrapped))
  const additionalData = additionalDataOf(accountId, id)
  const opened = await decrypt(slotKey, bytes.subarray(0, IV_BYTES), additionalData, bytes.subarray(IV_BYTES))
  if (opened === undefined) return fail({ kind: 'key', message: 'This does not open the vault.' })
  return ok(vaultKeyOf(opened))
}

const additionalDataOf = (accountId: string, id: string) => joinedBytes(`${PROTOCOL}/slot`, accountId, id)
