import { ok, type Result } from '../../../../shared/result/result.ts'
import type { CardRefusal, SignedCard } from '../../../../shared/score-card/card.ts'
import { type HandedProblem, readHandedOver } from '../../../../shared/score-card/handed-over.ts'
import { inOrder, type League } from '../../../../shared/score-card/league.ts'
import { mergeCards } from '../../../../shared/score-card/merge-cards.ts'
import { judgeCards } from '../../../score-card/judge.ts'
import { isDoubtful, sightingsOf } from './league-table.ts'
import type { LeagueBook } from './use-leagues.ts'

/** What came from other people, sorted by what can be done with it. Nothing has been kept of it yet. */
export interface Incoming {
  /** New, and of leagues the person is in. */
  readonly fresh: readonly FreshCard[]
  /** Known already, or older than what is known. */
  readonly known: number
  /** The person's own. */
  readonly own: number
  /** Of leagues that can be joined, with the cards that came for each. */
  readonly toJoin: readonly LeagueToJoin[]
  readonly refused: readonly Refused[]
}

export interface FreshCard {
  readonly card: SignedCard
  readonly league: string
  /** Its handle is known as another player's. */
  readonly isDoubtful: boolean
}

export interface LeagueToJoin {
  readonly league: League
  readonly cards: readonly SignedCard[]
}

export interface Refused {
  readonly reason: CardRefusal
  /** Where it could be read at all. */
  readonly card?: SignedCard
}

/** Reads and judges what was pasted, opened or followed, at an instant (ms since 1970 UTC). */
export async function readIncoming(
  text: string,
  books: readonly LeagueBook[],
  now: number,
): Promise<Result<Incoming, HandedProblem>> {
  const handed = readHandedOver(text)
  if (!handed.ok) return handed
  const { cards, leagues } = handed.value
  const judged = await judgeCards(cards, now)
  const refused = [...handed.value.refused.map((reason) => ({ reason })), ...judged.refused]
  const isOwn = ({ league, player }: SignedCard) =>
    books.some(({ id, keys }) => id === league && keys.player === player)
  const ofOthers = judged.good.filter((card) => !isOwn(card))
  const fresh = ofOthers.flatMap((card) => {
    const book = books.find(({ id }) => id === card.league)
    return book !== undefined && isFresh(card, ofOthers, book) ? freshCard(card, book) : []
  })
  const elsewhere = ofOthers.filter(({ league }) => books.every(({ id }) => id !== league))
  const toJoin = leaguesToJoin(leagues, elsewhere, books)
  return ok({
    fresh,
    toJoin,
    refused,
    known: ofOthers.length - elsewhere.length - fresh.length,
    own: judged.good.length - ofOthers.length,
  })
}

/** Whether a card counts for something beside what is held and what came with it. */
function isFresh(card: SignedCard, came: readonly SignedCard[], { held }: LeagueBook): boolean {
  const isHeld = held.cards.some(({ text }) => text === card.text)
  return !isHeld && mergeCards(held.cards, came).some(({ text }) => text === card.text)
}

const freshCard = (card: SignedCard, book: LeagueBook): FreshCard => ({
  card,
  league: book.name,
  isDoubtful: isDoubtful(card, sightingsOf(book)),
})

function leaguesToJoin(
  invited: readonly League[],
  cards: readonly SignedCard[],
  books: readonly LeagueBook[],
): LeagueToJoin[] {
  const byId = new Map<string, League>()
  for (const league of invited) byId.set(league.id, league)
  // A card says enough of its league to join it; an invitation says it better.
  for (const [id, ofLeague] of Map.groupBy(cards, ({ league }) => league)) {
    const name = mergeCards(ofLeague).at(-1)?.leagueName
    const boards = inOrder(ofLeague.flatMap(({ scores }) => scores.map(({ board }) => board)))
    if (name !== undefined && !byId.has(id)) byId.set(id, { id, name, boards })
  }
  return [...byId.values()]
    .filter(({ id }) => books.every((book) => book.id !== id))
    .map((league) => ({ league, cards: cards.filter((card) => card.league === league.id) }))
}
