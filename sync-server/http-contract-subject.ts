import { createHash, randomBytes } from 'node:crypto'
import {
  type Device,
  devicesSchema,
  type Keyslot,
  type KeyslotDraft,
  keyslotsSchema,
  type PushItem,
  type SyncResponse,
  syncResponseSchema,
} from '../shared/sync/messages.ts'
import { PATHS, PROTOCOL_VERSION } from '../shared/sync/protocol.ts'

/** A server that listens at `url`, with a database of its own. */
export interface RunningServer {
  readonly url: string
  stop(): Promise<void>
}

/** Starts a server with these environment variables besides what it needs to run. */
export type StartServer = (env?: Readonly<Record<string, string>>) => Promise<RunningServer>

export interface Credentials {
  readonly email: string
  readonly password: string
}

export interface RequestOptions {
  readonly headers?: Readonly<Record<string, string>>
  /** Sent as it is where it is text or bytes, else as JSON. */
  readonly body?: unknown
  readonly signal?: AbortSignal
}

export type PushDraft = Omit<PushItem, 'key'> & { readonly key: string }

/** A client that speaks HTTP and keeps its cookie, as a device does; it checks nothing of what it is told to send. */
export interface HttpDevice {
  readonly credentials: Credentials
  /** The `name=value` of the session's cookie; undefined: none. */
  cookie: string | undefined
  request(method: string, path: string, options?: RequestOptions): Promise<Response>
  signUp(headers?: Readonly<Record<string, string>>): Promise<Response>
  signIn(password?: string): Promise<Response>
  /** An exchange that must be answered with 200; what is left out is as on a device that knows this server and nothing else. */
  exchange(request?: Partial<{ epoch: string; cursor: number; push: readonly PushDraft[] }>): Promise<SyncResponse>
  keyslots(): Promise<readonly Keyslot[]>
  devices(): Promise<readonly Device[]>
}

export const newCredentials = (): Credentials => ({
  email: `person-${randomBytes(8).toString('hex')}@example.org`,
  password: randomBytes(32).toString('base64url'),
})

/** A device that is not signed in. */
export function httpDevice(url: string, credentials: Credentials = newCredentials()): HttpDevice {
  let epoch: string | undefined
  const device: HttpDevice = {
    credentials,
    cookie: undefined,
    async request(method, path, { headers = {}, body, signal } = {}) {
      const response = await fetch(new URL(path, url), {
        method,
        headers: {
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(device.cookie === undefined ? {} : { cookie: device.cookie }),
          ...headers,
        },
        body: payloadOf(body),
        ...(signal === undefined ? {} : { signal }),
      })
      for (const cookie of response.headers.getSetCookie())
        device.cookie = /Max-Age=0\b/i.test(cookie) ? undefined : cookie.split(';')[0]
      return response
    },
    signUp: (headers = {}) =>
      device.request('POST', `${PATHS.auth}/sign-up/email`, { headers, body: { name: 'Person', ...credentials } }),
    signIn: (password = credentials.password) =>
      device.request('POST', `${PATHS.auth}/sign-in/email`, { body: { email: credentials.email, password } }),
    async exchange(request = {}) {
      epoch ??= syncResponseSchema.parse(await (await device.request('POST', PATHS.sync, { body: EMPTY })).json()).epoch
      const response = await device.request('POST', PATHS.sync, { body: { ...EMPTY, epoch, ...request } })
      if (response.status !== 200) throw new Error(`the exchange was answered with ${response.status}`)
      return syncResponseSchema.parse(await response.json())
    },
    keyslots: async () => keyslotsSchema.parse(await (await device.request('GET', PATHS.keyslots)).json()).keyslots,
    devices: async () => devicesSchema.parse(await (await device.request('GET', PATHS.devices)).json()).devices,
  }
  return device
}

function payloadOf(body: unknown): string | Uint8Array<ArrayBuffer> | null {
  if (body === undefined) return null
  if (body instanceof Uint8Array) return new Uint8Array(body)
  return typeof body === 'string' ? body : JSON.stringify(body)
}

const EMPTY = { v: PROTOCOL_VERSION, epoch: '', cursor: 0, push: [] }

/** A device that has just made its account. */
export async function signedUp(url: string): Promise<HttpDevice> {
  const device = httpDevice(url)
  const response = await device.signUp()
  if (response.status !== 200) throw new Error(`the sign-up was answered with ${response.status}`)
  return device
}

/** Another device of the same account. */
export async function secondDevice(url: string, { credentials }: HttpDevice): Promise<HttpDevice> {
  const device = httpDevice(url, credentials)
  const response = await device.signIn()
  if (response.status !== 200) throw new Error(`the sign-in was answered with ${response.status}`)
  return device
}

export const newKey = () => randomBytes(16).toString('base64url')
export const newEnvelope = (bytes = 100) => randomBytes(bytes).toString('base64url')
export const newPush = (change: Partial<PushDraft> = {}): PushDraft => ({
  key: newKey(),
  base: 0,
  envelope: newEnvelope(),
  ...change,
})

export const newSlot = (change: Partial<KeyslotDraft> = {}): KeyslotDraft => ({
  id: newKey(),
  kind: 'passphrase',
  kdf: { name: 'argon2id', salt: newKey(), memory: 65_536, passes: 3, lanes: 1 },
  wrapped: newEnvelope(60),
  ...change,
})

/** What a code gives its device to be let in by, and the id of the code's slot. */
export function newProof(): { readonly proof: string; readonly slotId: string } {
  const proof = randomBytes(32)
  return {
    proof: proof.toString('base64url'),
    slotId: createHash('sha256').update(proof).digest('base64url'),
  }
}
