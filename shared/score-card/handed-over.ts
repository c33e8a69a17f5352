import * as z from 'zod/mini'
import { fail, ok, type Result } from '../result/result.ts'
import type { CardRefusal, SignedCard } from './card.ts'
import { parseCard } from './card-text.ts'
import { parseInvitation } from './invitation.ts'
import type { League } from './league.ts'
import { CARD_LIMITS } from './limits.ts'

const FORMAT = 'ownit-score-cards'
const VERSION = 1

/** The fragment of a link: what stands behind `#` is sent to no server (L5). */
export const cardFragment = (cardText: string): string => `#card=${cardText}`
export const leagueFragment = (invitation: string): string => `#league=${invitation}`

/** The content of a file with these cards. */
export function cardFileText(cards: readonly Pick<SignedCard, 'text'>[]): string {
  return `${JSON.stringify({ format: FORMAT, version: VERSION, cards: cards.map(({ text }) => text) }, null, 2)}\n`
}

/** What came from another device, each part of it read or refused by itself. */
export interface HandedOver {
  readonly cards: readonly SignedCard[]
  readonly refused: readonly CardRefusal[]
  readonly leagues: readonly League[]
}

/** `nothing`: neither a card nor an invitation is in it. `too-large`: more than anybody hands over at once. */
export type HandedProblem = 'nothing' | 'too-large' | 'newer-version'

const LINK = /#(card|league)=([\w.~-]+)/g

const fileSchema = z.object({
  format: z.literal(FORMAT),
  version: z.number(),
  cards: z.optional(z.array(z.unknown())),
})

/** Reads what was pasted, an address, or the content of a file: every link in a text, whatever its server, or every card of a file. */
export function readHandedOver(text: string): Result<HandedOver, HandedProblem> {
  if (text.length > CARD_LIMITS.fileBytes) return fail('too-large')
  const file = fileSchema.safeParse(jsonOf(text))
  if (file.success && file.data.version > VERSION) return fail('newer-version')
  const found = file.success ? partsOfFile(file.data.cards ?? []) : partsOfText(text)
  if (found.length === 0) return fail('nothing')
  return found.length > CARD_LIMITS.cards ? fail('too-large') : ok(sorted(found))
}

interface Part {
  readonly kind: 'card' | 'league'
  readonly text: string
}

const partsOfFile = (cards: readonly unknown[]): Part[] =>
  cards.map((text) => ({ kind: 'card', text: typeof text === 'string' ? text : '' }))

const partsOfText = (text: string): Part[] =>
  [...text.matchAll(LINK)].map(([, kind, part = '']) => ({ kind: kind === 'league' ? 'league' : 'card', text: part }))

function sorted(parts: readonly Part[]): HandedOver {
  const cards: SignedCard[] = []
  const refused: CardRefusal[] = []
  const leagues: League[] = []
  for (const { kind, text } of parts)
    if (kind === 'card') {
      const card = parseCard(text)
      if (card.ok) cards.push(card.value)
      else refused.push(card.failure)
    } else {
      const league = parseInvitation(text)
      if (league.ok) leagues.push(league.value)
      else refused.push(league.failure === 'newer-version' ? 'newer-version' : 'no-card')
    }
  return { cards, refused, leagues }
}

function jsonOf(text: string): unknown {
  if (!text.trimStart().startsWith('{')) return undefined
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
