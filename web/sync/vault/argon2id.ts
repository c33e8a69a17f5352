import { argon2id as hash } from '@noble/hashes/argon2.js'
import type { Argon2Input } from './passphrase.ts'

/** Argon2id on this thread, which it holds up for seconds: for a worker. */
export function argon2id({ password, salt, memory, passes, lanes, length }: Argon2Input): Uint8Array<ArrayBuffer> {
  return new Uint8Array(hash(password, salt, { m: memory, t: passes, p: lanes, dkLen: length }))
}
