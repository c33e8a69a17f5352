import { base64urlnopad } from '@scure/base'
import type { Kdf } from '../../../shared/sync/messages.ts'
import { PROTOCOL } from '../../../shared/sync/protocol.ts'

export interface Argon2Input {
  readonly password: Uint8Array<ArrayBuffer>
  readonly salt: Uint8Array<ArrayBuffer>
  /** KiB */
  readonly memory: number
  readonly passes: number
  readonly lanes: number
  /** Bytes of the answer. */
  readonly length: number
}

/** Argon2id, version 0x13 (RFC 9106). Takes seconds, so the app runs it in a worker. */
export type Argon2id = (input: Argon2Input) => Promise<Uint8Array<ArrayBuffer>>

/** What a passphrase gives. */
export interface PassphraseKeys {
  /** [V3] What the server gets as the password: 43 characters. Says nothing about `slotKey`. */
  readonly authPassword: string
  /** The key of the passphrase's slot, not extractable; never leaves the device. */
  readonly slotKey: CryptoKey
  /** How it was made, to be kept with the slot. */
  readonly kdf: Kdf
}

const SALT_BYTES = 16
const HALF = 32
const COST = { memory: 64 * 1024, passes: 3, lanes: 1 }

const encoder = new TextEncoder()

/** [V3] Both halves of what a passphrase is turned into. The same passphrase typed in another Unicode form is the same. */
export async function derivePassphrase(passphrase: string, email: string, argon2: Argon2id): Promise<PassphraseKeys> {
  const salt = await saltOf(email)
  const derived = await argon2({
    password: encoder.encode(passphrase.normalize('NFKC')),
    salt,
    ...COST,
    length: 2 * HALF,
  })
  const slotKey = await crypto.subtle.importKey('raw', derived.subarray(HALF), 'AES-GCM', false, ['encrypt', 'decrypt'])
  const authPassword = base64urlnopad.encode(derived.subarray(0, HALF))
  derived.fill(0)
  return { authPassword, slotKey, kdf: { name: 'argon2id', salt: base64urlnopad.encode(salt), ...COST } }
}

/** An e-mail address as accounts know it: an address typed in capitals is the same account. */
export function normalisedEmail(email: string): string {
  return email.trim().toLowerCase()
}

// Known before signing in, so it comes from the address: what matters is that two people never share one.
async function saltOf(email: string): Promise<Uint8Array<ArrayBuffer>> {
  const named = encoder.encode(`${PROTOCOL}/${normalisedEmail(email)}`)
  return new Uint8Array(await crypto.subtle.digest('SHA-256', named), 0, SALT_BYTES).slice()
}
