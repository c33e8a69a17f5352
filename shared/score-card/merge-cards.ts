import type { SignedCard } from './card.ts'

/**
 * [L2] The cards that count, of any that are held: for a league, a player, a board and a period the one that was issued last, of two
 * of one millisecond the greater text. What is left out has no score that counts. Merging is by union, so it is commutative,
 * associative and idempotent; the answer is in one order.
 */
export function mergeCards(...lists: readonly (readonly SignedCard[])[]): SignedCard[] {
  const winners = new Map<string, SignedCard>()
  for (const card of lists.flat())
    for (const { board, period } of card.scores) {
      const key = `${card.league} ${card.player} ${board} ${period}`
      const held = winners.get(key)
      if (held === undefined || byIssue(held, card) < 0) winners.set(key, card)
    }
  const byText = new Map([...winners.values()].map((card) => [card.text, card]))
  return [...byText.values()].sort(byIssue)
}

/** The order in which cards were issued. */
export function byIssue(a: SignedCard, b: SignedCard): number {
  if (a.issued !== b.issued) return a.issued - b.issued
  return a.text < b.text ? -1 : Number(a.text > b.text)
}
