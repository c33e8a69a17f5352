import { fail, ok, type Result } from '../../../shared/result/result.ts'
import type { EnvelopeKey } from '../../../shared/sync/messages.ts'
import { PROTOCOL } from '../../../shared/sync/protocol.ts'
import { decrypt, encrypt, IV_BYTES, TAG_BYTES } from './authenticated-cipher.ts'
import { joinedBytes } from './joined-bytes.ts'
import type { OpenProblem } from './open-vault.ts'

/** The first byte of every envelope: the version of its format. */
const FORMAT = 1

/** The second byte names the key, so that a vault could one day change its own. There has been one. */
const KEY_ID = 1

const HEADER_BYTES = 2
const IV_END = HEADER_BYTES + IV_BYTES

/** Under what a text is sealed: another account or another name opens nothing. */
export interface Seal {
  readonly sealKey: CryptoKey
  readonly accountId: string
  readonly key: EnvelopeKey
}

/** [E1] The envelope of a plain text: format, key id, `iv`, ciphertext and tag. */
export async function sealEnvelope(
  seal: Seal,
  iv: Uint8Array<ArrayBuffer>,
  plainText: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const sealed = await encrypt(seal.sealKey, iv, additionalDataOf(seal), plainText)
  const envelope = new Uint8Array(IV_END + sealed.length)
  envelope[0] = FORMAT
  envelope[1] = KEY_ID
  envelope.set(iv, HEADER_BYTES)
  envelope.set(sealed, IV_END)
  return envelope
}

/** The plain text of an envelope, or why there is none. */
export async function openEnvelope(
  seal: Seal,
  envelope: Uint8Array<ArrayBuffer>,
): Promise<Result<Uint8Array<ArrayBuffer>, OpenProblem>> {
  if (envelope.length < IV_END + TAG_BYTES || envelope[0] !== FORMAT)
    return fail({ kind: 'format', message: 'This is no envelope that this version of OwnIt knows.' })
  if (envelope[1] !== KEY_ID) return fail({ kind: 'key', message: 'It was sealed with another key.' })
  const iv = envelope.subarray(HEADER_BYTES, IV_END)
  const plainText = await decrypt(seal.sealKey, iv, additionalDataOf(seal), envelope.subarray(IV_END))
  if (plainText === undefined)
    return fail({ kind: 'key', message: 'It was sealed with another key, for another account or name, or is damaged.' })
  return ok(plainText)
}

const additionalDataOf = ({ accountId, key }: Seal) => joinedBytes(PROTOCOL, accountId, key, String(KEY_ID))
