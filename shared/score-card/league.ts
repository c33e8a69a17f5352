import { BOARDS, type Board } from '../leaderboard/board.ts'
import { leagueDraftSchema } from '../leaderboard/messages.ts'

/** Names a league without a server: 16 random bytes in base64url, 22 characters. */
export type LeagueId = string & { readonly __brand: 'LeagueId' }

/** An Ed25519 public key in base64url, 43 characters. A person has another one in each league, so leagues cannot be compared. */
export type PlayerKey = string & { readonly __brand: 'PlayerKey' }

/** An Ed25519 private key: 32 random bytes in base64url. Whoever has it can write cards in the player's name. */
export type PlayerSeed = string & { readonly __brand: 'PlayerSeed' }

/** Who a person is in one league. */
export interface PlayerKeys {
  readonly player: PlayerKey
  readonly seed: PlayerSeed
}

/** What whoever is invited learns. */
export interface League {
  readonly id: LeagueId
  readonly name: string
  /** What is compared in it, in the order of `BOARDS`; one at least. */
  readonly boards: readonly Board[]
}

// The last character holds what is left of 16 and of 32 bytes: with others there, one value would have several spellings.
const LEAGUE_ID = /^[\w-]{21}[AQgw]$/
const KEY = /^[\w-]{42}[AEIMQUYcgkosw048]$/

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const FINGERPRINT_BITS = 64

export function parseLeagueId(text: string): LeagueId | undefined {
  return LEAGUE_ID.test(text) ? (text as LeagueId) : undefined
}

export function parsePlayerKey(text: string): PlayerKey | undefined {
  return KEY.test(text) ? (text as PlayerKey) : undefined
}

export function parseSeed(text: string): PlayerSeed | undefined {
  return KEY.test(text) ? (text as PlayerSeed) : undefined
}

/** A name of 1 to 40 characters that can be seen, without space around it; else undefined. */
export function parseLeagueName(text: string): string | undefined {
  const parsed = leagueDraftSchema.safeParse({ name: text })
  return parsed.success && parsed.data.name !== '' ? parsed.data.name : undefined
}

/** Boards without twins, in the order of `BOARDS`. */
export function inOrder(boards: readonly Board[]): Board[] {
  return BOARDS.filter((board) => boards.includes(board))
}

/**
 * What two people read to each other to know that a player is who they think: the first 64 bits of the key, as
 * `3F2A 91BC 04D7 77E1`. A key is as random as a hash of it, and to find another one that begins like it takes 2^64 tries.
 */
export function fingerprintOf(player: PlayerKey): string {
  const bits = [...player].map((digit) => ALPHABET.indexOf(digit).toString(2).padStart(6, '0')).join('')
  const number = BigInt(`0b${bits.slice(0, FINGERPRINT_BITS)}`)
  return number
    .toString(16)
    .toUpperCase()
    .padStart(FINGERPRINT_BITS / 4, '0')
    .replace(/.{4}(?=.)/g, '$& ')
}
