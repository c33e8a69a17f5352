import { fail, ok, type Result } from '../../shared/result/result.ts'

/** A key of WebCrypto, whose name the types of Node do not say. */
type Key = Awaited<ReturnType<typeof crypto.subtle.importKey>>

/** The pair of keys by which push services know this server again: RFC 8292. */
export interface VapidKeys {
  /** A point of P-256, uncompressed, in base64url: what a browser subscribes with. */
  readonly publicKey: string
  readonly privateKey: Key
}

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256' }
const SIGNATURE = { name: 'ECDSA', hash: 'SHA-256' }
const SHAPE = /^[\w-]{43}\.[\w-]{87}$/

/** How long a signed text is used, in ms. It may be valid for a day; it is for the other half longer than it is used. */
const USED_MS = 6 * 3_600_000
const VALID_MS = 12 * 3_600_000

/** A new pair as text, the private key before the point: what `readVapidKeys` reads. */
export async function makeVapidKeys(): Promise<string> {
  const { privateKey } = await crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify'])
  const { d = '', x = '', y = '' } = await crypto.subtle.exportKey('jwk', privateKey)
  const point = Buffer.concat([Buffer.of(4), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')])
  return `${d}.${point.toString('base64url')}`
}

/** Fails with what is wrong with the text, which is not repeated. */
export async function readVapidKeys(text: string): Promise<Result<VapidKeys, string>> {
  if (!SHAPE.test(text)) return fail('must be a private and a public key, as "npm run push-keys" makes them')
  const [d = '', publicKey = ''] = text.split('.')
  const point = Buffer.from(publicKey, 'base64url')
  const coordinate = (start: number) => point.subarray(start, start + 32).toString('base64url')
  const jwk = { kty: 'EC', crv: 'P-256', x: coordinate(1), y: coordinate(33) }
  try {
    const privateKey = await crypto.subtle.importKey('jwk', { ...jwk, d }, ALGORITHM, false, ['sign'])
    const own = await crypto.subtle.importKey('raw', point, ALGORITHM, false, ['verify'])
    const signature = await crypto.subtle.sign(SIGNATURE, privateKey, point)
    if (await crypto.subtle.verify(SIGNATURE, own, signature, point)) return ok({ publicKey, privateKey })
  } catch (error) {
    if (!(error instanceof Error)) throw error
  }
  return fail('holds two keys that do not belong together')
}

export interface VapidSigner {
  readonly keys: VapidKeys
  /** Where a push service can write to whoever runs this server: `mailto:` or `https:`. Undefined: nowhere. */
  readonly contact: string | undefined
  /** ms since 1970 UTC. */
  readonly now: () => number
}

/** Answers the header that proves to a push service, by its origin, who asks. Signed once for some hours and used again. */
export function vapidAuthorisation({ keys, contact, now }: VapidSigner): (origin: string) => Promise<string> {
  const signed = new Map<string, { readonly at: number; readonly header: Promise<string> }>()

  async function sign(origin: string, at: number): Promise<string> {
    const claims = {
      aud: origin,
      exp: Math.floor((at + VALID_MS) / 1000),
      ...(contact === undefined ? {} : { sub: contact }),
    }
    const text = [{ typ: 'JWT', alg: 'ES256' }, claims].map((part) => base64url(JSON.stringify(part))).join('.')
    const signature = await crypto.subtle.sign(SIGNATURE, keys.privateKey, Buffer.from(text))
    return `vapid t=${text}.${Buffer.from(signature).toString('base64url')}, k=${keys.publicKey}`
  }

  return (origin) => {
    const at = now()
    const held = signed.get(origin)
    if (held !== undefined && at - held.at < USED_MS && at >= held.at) return held.header
    const header = sign(origin, at)
    signed.set(origin, { at, header })
    return header
  }
}

const base64url = (text: string) => Buffer.from(text).toString('base64url')
