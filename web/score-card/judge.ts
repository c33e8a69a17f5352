import type { CardRefusal, SignedCard } from '../../shared/score-card/card.ts'
import { refusalOfCard } from '../../shared/score-card/judge-card.ts'
import { refusalOfSignature } from './sign-card.ts'

/** Cards, told apart. The signature is asked first: what somebody else has written says nothing about its player. */
export interface JudgedCards {
  readonly good: readonly SignedCard[]
  readonly refused: readonly RefusedCard[]
}

export interface RefusedCard {
  readonly card: SignedCard
  readonly reason: CardRefusal
}

/** [L3] Which cards may be taken in at an instant (ms since 1970 UTC), and why the others are refused. */
export async function judgeCards(cards: readonly SignedCard[], now: number): Promise<JudgedCards> {
  const good: SignedCard[] = []
  const refused: RefusedCard[] = []
  for (const card of cards) {
    const reason = (await refusalOfSignature(card)) ?? refusalOfCard(card, now)
    if (reason === undefined) good.push(card)
    else refused.push({ card, reason })
  }
  return { good, refused }
}
