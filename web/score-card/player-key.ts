import { base64urlnopad } from '@scure/base'
import {
  type LeagueId,
  type PlayerKey,
  type PlayerKeys,
  type PlayerSeed,
  parsePlayerKey,
} from '../../shared/score-card/league.ts'

const SEED_BYTES = 32
const LEAGUE_ID_BYTES = 16
/** What stands before the seed in PKCS #8 (RFC 8410, 7): version 0, the algorithm 1.3.101.112, and the seed's own wrapping. */
const PKCS8_HEAD = [0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20]

/** A new player, or undefined where the browser has no Ed25519 (before Chromium 137, Firefox 129 and Safari 17). */
export async function newPlayer(randomBytes: (length: number) => Uint8Array): Promise<PlayerKeys | undefined> {
  const seed = base64urlnopad.encode(randomBytes(SEED_BYTES)) as PlayerSeed
  const player = await playerOf(seed)
  return player === undefined ? undefined : { player, seed }
}

/** A new league, which nobody finds by trying. */
export const newLeagueId = (randomBytes: (length: number) => Uint8Array): LeagueId =>
  base64urlnopad.encode(randomBytes(LEAGUE_ID_BYTES)) as LeagueId

/** The public key of a seed; undefined where the browser has no Ed25519. */
export async function playerOf(seed: PlayerSeed): Promise<PlayerKey | undefined> {
  const key = await privateKey(seed, true)
  if (key === undefined) return undefined
  const { x } = await crypto.subtle.exportKey('jwk', key)
  return parsePlayerKey(x ?? '')
}

/** The key that signs; undefined where the browser has no Ed25519. */
export async function privateKey(seed: PlayerSeed, extractable = false): Promise<CryptoKey | undefined> {
  const pkcs8 = Uint8Array.from([...PKCS8_HEAD, ...base64urlnopad.decode(seed)])
  return whereItIs(() => crypto.subtle.importKey('pkcs8', pkcs8, 'Ed25519', extractable, ['sign']))
}

/** The key that checks. `no-key`: these bytes are no point of the curve. */
export async function publicKey(player: PlayerKey): Promise<CryptoKey | 'no-key' | undefined> {
  try {
    const raw = Uint8Array.from(base64urlnopad.decode(player))
    return await whereItIs(() => crypto.subtle.importKey('raw', raw, 'Ed25519', false, ['verify']))
  } catch (error) {
    if (error instanceof DOMException && error.name === 'DataError') return 'no-key'
    throw error
  }
}

async function whereItIs(make: () => Promise<CryptoKey>): Promise<CryptoKey | undefined> {
  try {
    return await make()
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotSupportedError') return undefined
    throw error
  }
}
