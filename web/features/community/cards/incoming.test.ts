import { describe, expect, it } from 'vitest'
import { skeletonOf } from '../../../../shared/leaderboard/handle.ts'
import type { ScoreCard } from '../../../../shared/score-card/card.ts'
import { cardFileText, cardFragment, leagueFragment } from '../../../../shared/score-card/handed-over.ts'
import { invitationText } from '../../../../shared/score-card/invitation.ts'
import { CARD, card, leagueId, NOW, score, sure } from '../../../../shared/score-card/test-cards.ts'
import { newPlayer } from '../../../score-card/player-key.ts'
import { signCard } from '../../../score-card/sign-card.ts'
import { readIncoming } from './incoming.ts'
import { BOOK } from './test-book.ts'

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))
const anna = sure(await newPlayer(random))
const twin = sure(await newPlayer(random))
const signed = async (change: Partial<ScoreCard> = {}, keys = anna) =>
  sure(await signCard({ ...CARD, ...change }, keys))
const read = async (text: string, books = [BOOK]) => {
  const incoming = await readIncoming(text, books, NOW + 5)
  return incoming.ok ? incoming.value : incoming.failure
}
const NOTHING = { fresh: [], known: 0, own: 0, toJoin: [], refused: [] }

describe('what comes in', () => {
  it('is a card that can be taken in, where it is of a league one is in', async () => {
    const one = await signed()
    expect(await read(cardFragment(one.text))).toEqual({
      ...NOTHING,
      fresh: [{ card: one, league: 'Tea at four', isDoubtful: false }],
    })
  })

  it('[L4] is shown with a warning where its handle is known as somebody else’s', async () => {
    const held = {
      cards: [await signed()],
      sightings: [{ player: anna.player, skeleton: skeletonOf(CARD.handle), at: NOW }],
    }
    const answer = await read(cardFragment((await signed({}, twin)).text), [{ ...BOOK, held }])
    expect(answer).toMatchObject({ fresh: [{ isDoubtful: true }] })
  })

  it('is nothing new where it is known, older than what is known, or one’s own', async () => {
    const [older, held, own] = [await signed({ issued: NOW - 1 }), await signed(), await signed({}, twin)]
    const book = { ...BOOK, keys: twin, held: { cards: [held], sightings: [] } }
    expect(await read(cardFileText([older, held, own]), [book])).toEqual({ ...NOTHING, known: 2, own: 1 })
  })

  it('offers to join a league one is not in, by its invitation or by its cards', async () => {
    const league = { id: leagueId(9), name: 'Walkers', boards: ['steps', 'sleep'] as const }
    const one = await signed({ league: league.id, leagueName: 'Walkers', scores: [score('steps', '2026-W48', 4)] })
    expect(await read(cardFragment(one.text))).toEqual({
      ...NOTHING,
      toJoin: [{ league: { ...league, boards: ['steps'] }, cards: [one] }],
    })
    expect(await read(`${leagueFragment(invitationText(league))} ${cardFragment(one.text)}`)).toEqual({
      ...NOTHING,
      toJoin: [{ league, cards: [one] }],
    })
    expect(await read(leagueFragment(invitationText(BOOK)))).toEqual(NOTHING)
  })

  it('[L3] is refused, each part by itself, where it is forged, cannot be true or cannot be read', async () => {
    const good = await signed()
    const forged = good.text.replace('~s52000', '~s99000')
    const tooMuch = await signed({ scores: [score('steps', '2026-W48', 900_000)] })
    const text = cardFileText([good, { text: forged }, tooMuch, { text: 'x' }, card()])
    const answer = await read(text)
    expect(answer).toMatchObject({ fresh: [{ card: good }], known: 0 })
    expect(typeof answer === 'string' ? [] : answer.refused.map(({ reason }) => reason)).toEqual([
      'no-card',
      'forged',
      'implausible',
      'forged',
    ])
    expect(await read('hello')).toBe('nothing')
  })
})
