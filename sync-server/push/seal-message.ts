/** A key of WebCrypto, whose name the types of Node do not say. */
type Key = Awaited<ReturnType<typeof crypto.subtle.importKey>>

/** A device's side of a subscription: its public key (a point of P-256) and the secret it shares with the server. */
export interface DeviceKeys {
  readonly p256dh: Uint8Array<ArrayBuffer>
  readonly auth: Uint8Array<ArrayBuffer>
}

/** What differs with each message. */
export interface MessageSecrets {
  /** A pair of ECDH keys on P-256. */
  readonly pair: { readonly privateKey: Key; readonly publicKey: Key }
  /** 16 bytes. */
  readonly salt: Uint8Array<ArrayBuffer>
}

const CURVE = { name: 'ECDH', namedCurve: 'P-256' }
const RECORD_BYTES = 4096
/** After the content of the last record: RFC 8188, 2. */
const LAST_RECORD = 2

export async function newMessageSecrets(): Promise<MessageSecrets> {
  return {
    pair: await crypto.subtle.generateKey(CURVE, false, ['deriveBits']),
    salt: crypto.getRandomValues(new Uint8Array(16)),
  }
}

/**
 * Seals a message so that only the device can read it, and no push service on the way: RFC 8291 over RFC 8188, one record. It is
 * filled up to `paddedBytes`, so that its length says nothing. Rejects where the device's key is no point of the curve.
 */
export async function sealMessage(
  message: Uint8Array,
  { p256dh, auth }: DeviceKeys,
  { pair, salt }: MessageSecrets,
  paddedBytes: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const device = await crypto.subtle.importKey('raw', p256dh, CURVE, false, [])
  const own = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey))
  const shared = await crypto.subtle.deriveBits({ name: 'ECDH', public: device }, pair.privateKey, 256)
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), p256dh, own])
  const secret = await secretOf(await derive(await secretOf(shared), auth, info, 32))
  const [key, iv] = await Promise.all([
    derive(secret, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16),
    derive(secret, salt, Buffer.from('Content-Encoding: nonce\0'), 12),
  ])
  const record = new Uint8Array(Math.max(paddedBytes, message.length) + 1)
  record.set(message)
  record[message.length] = LAST_RECORD
  const cipher = await crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['encrypt'])
  const sealed = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, cipher, record))
  const header = Buffer.alloc(21)
  header.set(salt)
  header.writeUInt32BE(RECORD_BYTES, 16)
  header.writeUInt8(own.length, 20)
  return new Uint8Array(Buffer.concat([header, own, sealed]))
}

const secretOf = (bytes: ArrayBuffer): Promise<Key> =>
  crypto.subtle.importKey('raw', bytes, 'HKDF', false, ['deriveBits'])

const derive = (secret: Key, salt: Uint8Array<ArrayBuffer>, info: Uint8Array<ArrayBuffer>, bytes: number) =>
  crypto.subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt, info }, secret, bytes * 8)
