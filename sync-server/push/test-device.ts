import { createDecipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto'
import type { DeviceKeys } from './seal-message.ts'

/** A device of the tests: opens what is sealed for it, written apart from what seals, and over other functions. */
export interface TestDevice {
  readonly keys: DeviceKeys
  /** The keys as a browser gives them. */
  readonly p256dh: string
  readonly auth: string
  readonly agree: (point: Uint8Array) => Uint8Array
}

export async function newDevice(): Promise<TestDevice> {
  const pair = createECDH('prime256v1')
  const p256dh = new Uint8Array(pair.generateKeys())
  const auth = new Uint8Array(randomBytes(16))
  const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')
  return {
    keys: { p256dh, auth },
    p256dh: text(p256dh),
    auth: text(auth),
    agree: (point) => pair.computeSecret(point),
  }
}

/** What a message holds. Rejects where it was sealed for another device. */
export async function openMessage(device: TestDevice, sealed: Uint8Array): Promise<string> {
  const [salt, point, content] = [sealed.subarray(0, 16), sealed.subarray(21, 86), sealed.subarray(86)]
  const { p256dh, auth } = device.keys
  const derive = (secret: ArrayBuffer | Uint8Array, from: Uint8Array, info: Uint8Array | string, length: number) =>
    new Uint8Array(hkdfSync('sha256', new Uint8Array(secret), from, info, length))
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), p256dh, point])
  const secret = derive(device.agree(point), auth, info, 32)
  const key = derive(secret, salt, 'Content-Encoding: aes128gcm\0', 16)
  const decipher = createDecipheriv('aes-128-gcm', key, derive(secret, salt, 'Content-Encoding: nonce\0', 12))
  decipher.setAuthTag(content.subarray(-16))
  const record = Buffer.concat([decipher.update(content.subarray(0, -16)), decipher.final()])
  const end = record.lastIndexOf(2)
  if (end < 0 || record.subarray(end + 1).some((byte) => byte !== 0)) throw new Error('the padding is none')
  return record.subarray(0, end).toString()
}
