import * as z from 'zod/mini'
import { LIMITS } from './protocol.ts'

/** The opaque name under which the server keeps a sealed document: base64url of 16 bytes. */
export type EnvelopeKey = string & { readonly __brand: 'EnvelopeKey' }

/** Bytes as base64url without padding, spelled in the one way in which an encoder spells them. */
const BASE64URL = /^(?:[\w-]{4})*(?:[\w-][AQgw]|[\w-]{2}[AEIMQUYcgkosw048])?$/

const base64url = (bytes: number) =>
  z.string().check(z.maxLength(Math.ceil((bytes * 4) / 3)), z.regex(BASE64URL, 'not base64url'))

const count = z.int().check(z.nonnegative())

export const envelopeKeySchema = z.pipe(
  z.string().check(z.length(LIMITS.keyLength), z.regex(BASE64URL, 'not base64url')),
  z.transform((text) => text as EnvelopeKey),
)

const epoch = z.string().check(z.maxLength(LIMITS.epochLength))

/**
 * A request as a whole. Items are judged one by one (`pushItemSchema`), so that a bad one stops no other; `epoch` is empty
 * where the device has never heard of one.
 */
export const syncRequestSchema = z.object({
  v: count,
  epoch,
  cursor: count,
  push: z.array(z.unknown()).check(z.maxLength(LIMITS.documents)),
})

/** [S1] One sealed document to write; `base` is the version it replaces, 0 where there is none. */
export const pushItemSchema = z.object({
  key: envelopeKeySchema,
  base: count,
  envelope: base64url(LIMITS.envelopeBytes),
})

export const REJECTED = ['malformed', 'too-large', 'duplicate', 'quota', 'response-full'] as const

/** What became of a pushed item. A conflict without an envelope: the server holds no such document. */
export const pushResultSchema = z.union([
  z.object({ key: z.string(), status: z.literal('ok'), version: count }),
  z.object({
    key: z.string(),
    status: z.literal('conflict'),
    version: count,
    envelope: z.nullable(base64url(LIMITS.envelopeBytes)),
  }),
  z.object({ key: z.string(), status: z.literal('rejected'), reason: z.enum(REJECTED) }),
])

export const changeSchema = z.object({
  key: envelopeKeySchema,
  version: count,
  envelope: base64url(LIMITS.envelopeBytes),
})

/** `serverTime` in ms since 1970 UTC; `digest` is base64url of 16 bytes; `count` counts the account's documents. */
export const syncResponseSchema = z.object({
  v: count,
  epoch,
  serverTime: z.number(),
  results: z.array(pushResultSchema),
  changes: z.array(changeSchema),
  cursor: count,
  more: z.boolean(),
  count,
  digest: z.string().check(z.length(LIMITS.keyLength), z.regex(BASE64URL)),
})

/** [S8] The answer with status 426: what the server speaks. */
export const upgradeSchema = z.object({ error: z.string(), speaks: count })

export const keyslotKindSchema = z.enum(['passphrase', 'recovery', 'device'])

/** How a slot's key is made of a passphrase; `memory` in KiB. */
export const kdfSchema = z.object({
  name: z.literal('argon2id'),
  salt: base64url(16),
  memory: z.int().check(z.gte(8), z.lte(1024 * 1024)),
  passes: z.int().check(z.gte(1), z.lte(64)),
  lanes: z.int().check(z.gte(1), z.lte(16)),
})

/** A keyslot as it is sent: the vault key wrapped under the slot's key (IV, ciphertext, tag). */
export const keyslotDraftSchema = z.object({
  id: z.string().check(z.regex(/^[\w-]{1,64}$/, 'not an id')),
  kind: keyslotKindSchema,
  kdf: z.nullable(kdfSchema),
  wrapped: base64url(256),
})

/** A keyslot as the server keeps it; `createdAt` in ms since 1970 UTC. */
export const keyslotSchema = z.extend(keyslotDraftSchema, { createdAt: z.number() })
export const keyslotsSchema = z.object({ keyslots: z.array(keyslotSchema) })

/** A signed-in device; times in ms since 1970 UTC. */
export const deviceSchema = z.object({
  id: z.string(),
  name: z.string(),
  createdAt: z.number(),
  lastSeenAt: z.number(),
  current: z.boolean(),
})
export const devicesSchema = z.object({ devices: z.array(deviceSchema) })

export type SyncRequest = z.infer<typeof syncRequestSchema>
export type PushItem = z.infer<typeof pushItemSchema>
export type PushResult = z.infer<typeof pushResultSchema>
export type RejectedReason = (typeof REJECTED)[number]
export type RemoteChange = z.infer<typeof changeSchema>
export type SyncResponse = z.infer<typeof syncResponseSchema>
export type Keyslot = z.infer<typeof keyslotSchema>
export type KeyslotDraft = z.infer<typeof keyslotDraftSchema>
export type KeyslotKind = z.infer<typeof keyslotKindSchema>
export type Kdf = z.infer<typeof kdfSchema>
export type Device = z.infer<typeof deviceSchema>
