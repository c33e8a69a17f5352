import type { Document, Fields, Json } from '../../shared/document/document.ts'
import { skeletonOf } from '../../shared/leaderboard/handle.ts'
import type { SignedCard } from '../../shared/score-card/card.ts'
import { parseCard } from '../../shared/score-card/card-text.ts'
import type { Sighting } from '../../shared/score-card/known-handles.ts'
import { type LeagueId, type PlayerKey, parsePlayerKey } from '../../shared/score-card/league.ts'
import { mergeCards } from '../../shared/score-card/merge-cards.ts'
import type { Edit } from './change.ts'
import { CARDS } from './collections.ts'
import type { Database } from './database.ts'

/** What is held of the other players of a league. Every card was judged before it was taken in. */
export interface HeldCards {
  /** Those that count. */
  readonly cards: readonly SignedCard[]
  /** Under which handle each player was seen, and since when. */
  readonly sightings: readonly Sighting[]
}

/*
 * One document a player, one field a card: two devices that take in different cards hold both after they have met, and which of
 * them counts is read off the cards (L2), not off the clocks of whoever took them in.
 */
const CARD = 'card@'
const SEEN = 'seen@'

export async function readCards(db: Database, league: LeagueId): Promise<HeldCards> {
  const documents = await documentsOf(db, league)
  return {
    cards: mergeCards(documents.flatMap(cardsOf)),
    sightings: documents.flatMap((document) => sightingsOf(document)),
  }
}

/**
 * Takes in cards of others (judged good) at an instant, ms since 1970 UTC: one edit a player. What no longer counts beside them is
 * cleared. Cards that are held already, or count for nothing beside those that are, change nothing.
 */
export async function takeInEdits(db: Database, cards: readonly SignedCard[], now: number): Promise<Edit[]> {
  const byDocument = Map.groupBy(cards, ({ league, player }) => documentId(league, player))
  const edits: Edit[] = []
  for (const [id, ofPlayer] of byDocument) {
    const document = await db.documents.get([CARDS, id])
    const fields = fieldsToTakeIn(document, ofPlayer, now)
    if (Object.keys(fields).length > 0) edits.push({ collection: CARDS, id, fields })
  }
  return edits
}

/** Clears what is held of a player, or of a whole league. Fields and not documents, so that a card which comes again comes alone. */
export async function clearCardsEdits(db: Database, league: LeagueId, player?: PlayerKey): Promise<Edit[]> {
  const documents = await documentsOf(db, league)
  return documents
    .filter(({ id }) => player === undefined || id === documentId(league, player))
    .map(({ id, fields }) => ({ collection: CARDS, id, fields: cleared(Object.keys(fields)) }))
}

function fieldsToTakeIn(document: Document | undefined, taken: readonly SignedCard[], now: number): Fields {
  const held = document === undefined ? [] : cardsOf(document)
  const counting = new Set(mergeCards(held, taken).map(({ text }) => text))
  const isHeld = new Set(held.map(({ text }) => text))
  const fresh = taken.filter(({ text }) => counting.has(text) && !isHeld.has(text))
  const fields: Record<string, Json> = cleared(held.filter(({ text }) => !counting.has(text)).map(cardField))
  for (const card of fresh) {
    fields[cardField(card)] = card.text
    const seen = `${SEEN}${skeletonOf(card.handle)}`
    if (typeof document?.fields[seen] !== 'number') fields[seen] = now
  }
  // With nothing fresh nothing is cleared either: what is held counts as it did.
  return fresh.length === 0 ? {} : fields
}

function documentsOf(db: Database, league: LeagueId): Promise<Document[]> {
  return db.documents
    .where('[collection+id]')
    .between([CARDS, documentId(league, '')], [CARDS, documentId(league, '\uffff')])
    .toArray()
}

const documentId = (league: LeagueId, player: string) => `${league}.${player}`

// No two cards have one signature, whatever their player does to write two at one moment.
const cardField = ({ signature }: SignedCard) => `${CARD}${signature}`

const cleared = (fields: readonly string[]): Record<string, Json> =>
  Object.fromEntries(fields.map((field) => [field, null]))

function cardsOf({ id, fields }: Document): SignedCard[] {
  return Object.entries(fields).flatMap(([field, text]) => {
    if (!field.startsWith(CARD) || typeof text !== 'string') return []
    const card = parseCard(text)
    return card.ok && documentId(card.value.league, card.value.player) === id ? card.value : []
  })
}

function sightingsOf({ id, fields }: Document): Sighting[] {
  const player = parsePlayerKey(id.slice(id.indexOf('.') + 1))
  if (player === undefined) return []
  return Object.entries(fields).flatMap(([field, at]) =>
    field.startsWith(SEEN) && typeof at === 'number' ? { player, skeleton: field.slice(SEEN.length), at } : [],
  )
}
