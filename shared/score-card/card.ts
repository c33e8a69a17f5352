import type { Handle } from '../leaderboard/handle.ts'
import type { PublishedScore } from '../leaderboard/judge-score.ts'
import type { LeagueId, PlayerKey } from './league.ts'

/** What a player says of themself in a league. */
export interface ScoreCard {
  readonly league: LeagueId
  /** Of the league, as the player knows it: whoever is not in it yet can join by the card. */
  readonly leagueName: string
  readonly player: PlayerKey
  readonly handle: Handle
  /** ms since 1970 UTC, by the player's clock. */
  readonly issued: number
  /** One at least, in the order of their periods and then of `BOARDS`, one for each. */
  readonly scores: readonly PublishedScore[]
}

/** A card as it goes from device to device. Whether the signature is right is not known yet. */
export interface SignedCard extends ScoreCard {
  /** Ed25519, in base64url, 86 characters. */
  readonly signature: string
  /** The only spelling of this card. */
  readonly text: string
}

/** Why a card is not taken in. Nothing of it is kept. */
export const CARD_REFUSALS = [
  /** It is no card: cut off, or changed so that it cannot be read. */
  'no-card',
  /** A later version of OwnIt wrote it. */
  'newer-version',
  /** Its key did not sign what it says: it was changed, or somebody wrote it in another one's name. */
  'forged',
  /** More than the days of the period until it was issued can hold. */
  'implausible',
  /** When it was issued the period had begun nowhere in the world. */
  'period-not-begun',
  /** It says that it was issued later than now. */
  'issued-ahead',
  /** This browser has no Ed25519. */
  'cannot-check',
] as const
export type CardRefusal = (typeof CARD_REFUSALS)[number]
