import { parseHandle } from '../leaderboard/handle.ts'
import { fail, ok, type Result } from '../result/result.ts'
import type { CardRefusal, ScoreCard, SignedCard } from './card.ts'
import { parseLeagueId, parseLeagueName, parsePlayerKey } from './league.ts'
import { CARD_LIMITS } from './limits.ts'
import { escaped, unescaped } from './plain-words.ts'
import { scoreGroups, scoresOfGroups } from './score-text.ts'

const VERSION = '1'
/** 64 bytes in base64url, in its only spelling. */
const SIGNATURE = /^[\w-]{85}[AQgw]$/
const ISSUED_BASE = 36
const ISSUED = /^[1-9a-z][0-9a-z]{0,9}$/

/**
 * [L1] What is signed: version, league, its name, player, handle, when it was issued (ms, to the base 36), and a group for each
 * period, with points between them. A card has one such text, and a text is one card's: no list of fields could be read otherwise
 * than it was signed.
 */
export function bodyOf(card: ScoreCard): string {
  const { league, leagueName, player, handle, issued, scores } = card
  const head = [VERSION, league, escaped(leagueName), player, escaped(handle), issued.toString(ISSUED_BASE)]
  return [...head, ...scoreGroups(scores)].join('.')
}

/** A card with its signature (base64url): the only text of it that is ever handed over. Letters, digits and `-_.~` alone. */
export function signedCard(card: ScoreCard, signature: string): SignedCard {
  return { ...card, signature, text: `${bodyOf(card)}.${signature}` }
}

/** The card that a text is. Its signature has not been checked. */
export function parseCard(text: string): Result<SignedCard, CardRefusal> {
  const version = /^(\d{1,4})\./.exec(text)?.[1]
  if (version !== undefined && Number(version) > Number(VERSION)) return fail('newer-version')
  if (text.length > CARD_LIMITS.cardLength) return fail('no-card')
  const card = cardOf(text.split('.'))
  // A text that says the same in other words is none of ours, and could not be compared.
  return card !== undefined && card.text === text ? ok(card) : fail('no-card')
}

function cardOf(parts: readonly string[]): SignedCard | undefined {
  const [, leagueText = '', nameText = '', playerText = '', handleText = '', issuedText = ''] = parts
  const league = parseLeagueId(leagueText)
  const leagueName = parseLeagueName(unescaped(nameText) ?? '')
  const player = parsePlayerKey(playerText)
  const handle = parseHandle(unescaped(handleText) ?? '')
  const issued = ISSUED.test(issuedText) ? Number.parseInt(issuedText, ISSUED_BASE) : undefined
  const signature = parts.at(-1) ?? ''
  const scores = scoresOfGroups(parts.slice(6, -1))
  if (league === undefined || leagueName === undefined || player === undefined) return undefined
  if (handle === undefined || issued === undefined || scores === undefined) return undefined
  if (!SIGNATURE.test(signature)) return undefined
  return signedCard({ league, leagueName, player, handle, issued, scores }, signature)
}
