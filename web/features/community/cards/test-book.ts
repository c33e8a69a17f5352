import { parseSeed } from '../../../../shared/score-card/league.ts'
import { CARD, handle, playerKey, score, sure } from '../../../../shared/score-card/test-cards.ts'
import type { LeagueBook } from './use-leagues.ts'

/** For tests: the league of `CARD`, as somebody else in it has it. */
export const BOOK: LeagueBook = {
  id: CARD.league,
  name: 'Tea at four',
  boards: ['steps', 'streak'],
  handle: handle('me-7'),
  keys: { player: playerKey(7), seed: sure(parseSeed('nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A')) },
  joined: CARD.issued,
  held: { cards: [], sightings: [] },
  scores: [score('steps', '2026-W48', 60_000), score('streak', '2026-W48', 2)],
}
