import { base64urlnopad } from '@scure/base'
import type { CardRefusal, ScoreCard, SignedCard } from '../../shared/score-card/card.ts'
import { bodyOf, signedCard } from '../../shared/score-card/card-text.ts'
import type { PlayerKeys } from '../../shared/score-card/league.ts'
import { privateKey, publicKey } from './player-key.ts'

/** Before what is signed: so no card is ever the signature of anything else. */
const PURPOSE = 'OwnIt score card '

/** What a player says, before they are named. */
export type CardContent = Omit<ScoreCard, 'player'>

/** Signs a card in a player's name (Ed25519); undefined where the browser cannot. */
export async function signCard(content: CardContent, { player, seed }: PlayerKeys): Promise<SignedCard | undefined> {
  const card = { ...content, player }
  const key = await privateKey(seed)
  if (key === undefined) return undefined
  const signature = await crypto.subtle.sign('Ed25519', key, signedBytes(card))
  return signedCard(card, base64urlnopad.encode(new Uint8Array(signature)))
}

/** [L3] Why the signature of a card does not hold, if so. */
export async function refusalOfSignature(card: SignedCard): Promise<CardRefusal | undefined> {
  const key = await publicKey(card.player)
  if (key === undefined) return 'cannot-check'
  if (key === 'no-key') return 'forged'
  const signature = Uint8Array.from(base64urlnopad.decode(card.signature))
  return (await crypto.subtle.verify('Ed25519', key, signature, signedBytes(card))) ? undefined : 'forged'
}

const signedBytes = (card: ScoreCard) => new TextEncoder().encode(`${PURPOSE}${bodyOf(card)}`)
