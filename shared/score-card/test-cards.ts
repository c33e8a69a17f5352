import { BOARDS, type Board } from '../leaderboard/board.ts'
import { type Handle, parseHandle } from '../leaderboard/handle.ts'
import { parsePeriod } from '../leaderboard/period.ts'
import { seededRandom } from '../random/seeded-random.ts'
import type { ScoreCard, SignedCard } from './card.ts'
import { bodyOf, signedCard } from './card-text.ts'
import { type LeagueId, parseLeagueId, parsePlayerKey } from './league.ts'

/** For tests: a value that must be one. */
export function sure<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('the test has a wrong value')
  return value
}

/** A league, a player and a signature by a number: spelled right, and of no key. */
export const leagueId = (number: number): LeagueId => sure(parseLeagueId(`${String(number).padStart(21, 'L')}A`))
export const playerKey = (number: number) => sure(parsePlayerKey(`${String(number).padStart(42, 'P')}A`))
export const signature = (number: number) => `${String(number).padStart(85, 'S')}A`
export const handle = (text: string): Handle => sure(parseHandle(text))
export const period = (text: string) => sure(parsePeriod(text))
export const score = (board: Board, periodText: string, points: number) => ({
  board,
  period: period(periodText),
  score: points,
})

/** Friday 27 November 2026. */
export const NOW = Date.UTC(2026, 10, 27, 8)

export const CARD: ScoreCard = {
  league: leagueId(1),
  leagueName: 'Tea at four',
  player: playerKey(1),
  handle: handle('anna'),
  issued: NOW,
  scores: [score('steps', '2026-W48', 52_000), score('streak', '2026-W48', 12)],
}

/** As in truth, cards that say different things have different signatures. */
export function card(change: Partial<ScoreCard> = {}, signed = 0): SignedCard {
  const content = { ...CARD, ...change }
  const number = [...bodyOf(content)].reduce((sum, character) => (sum * 31 + character.charCodeAt(0)) >>> 0, 0)
  return signedCard(content, signature(number + signed))
}

const PERIODS = ['2026-11', '2026-W47', '2026-W48', 'all'].map(period)
const NAMES = ['Tea at four', 'Ü 100 %. ~(x)!', '🥇 club']
const HANDLES = ['anna', 'änna', 'Bo-7_x'].map(handle)

/** A card for each number, of few leagues, players and moments, so that they meet. */
export function someCard(seed: number): SignedCard {
  const random = seededRandom(seed)
  const below = (count: number) => Math.floor(random() * count)
  const one = <Item>(items: readonly Item[]) => sure(items[below(items.length)])
  const scores = PERIODS.flatMap((one) =>
    BOARDS.flatMap((board) => (random() < 0.4 ? [{ board, period: one, score: below(10) }] : [])),
  )
  const content = {
    league: leagueId(below(2)),
    leagueName: one(NAMES),
    player: playerKey(below(3)),
    handle: one(HANDLES),
    issued: NOW + below(4),
    scores: scores.length > 0 ? scores : CARD.scores,
  }
  return card(content, below(2))
}
