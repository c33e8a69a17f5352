/** The version of the protocol that this code speaks. Any change of a wire schema raises it. */
export const PROTOCOL_VERSION = 1

/** Names the protocol in what is signed and derived, so that nothing made for another version is ever taken for this. */
export const PROTOCOL = 'ownit/1'

/** [S5] The limits of the exchange, one set for both sides. */
export const LIMITS = {
  /** Bytes of one sealed document. */
  envelopeBytes: 64 * 1024,
  /** Documents in one request, and in one page of the answer. */
  documents: 500,
  /** Bytes of a request's body as JSON, before compression; the envelopes of one page hold as many at most. */
  bodyBytes: 1024 * 1024,
  /** Bytes of all envelopes of an account, unless the server is configured otherwise. */
  quotaBytes: 64 * 1024 * 1024,
  /** Characters of a key: base64url of 16 bytes. */
  keyLength: 22,
  /** Characters of an epoch. */
  epochLength: 64,
  /** Keyslots of one account. */
  keyslots: 32,
} as const

/** The paths of the routes. */
export const PATHS = {
  sync: '/api/sync',
  events: '/api/sync/events',
  keyslots: '/api/vault/keyslots',
  devices: '/api/devices',
  account: '/api/account',
  accountExport: '/api/account/export',
  auth: '/api/auth',
} as const
