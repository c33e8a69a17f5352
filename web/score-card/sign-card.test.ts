import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { SignedCard } from '../../shared/score-card/card.ts'
import { parseCard } from '../../shared/score-card/card-text.ts'
import { parsePlayerKey, parseSeed } from '../../shared/score-card/league.ts'
import { CARD, card, leagueId, NOW, score, sure } from '../../shared/score-card/test-cards.ts'
import { judgeCards } from './judge.ts'
import { newPlayer, playerOf } from './player-key.ts'
import { refusalOfSignature, signCard } from './sign-card.ts'

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))
const anna = sure(await newPlayer(random))
const mallory = sure(await newPlayer(random))
const signed = async (change: Partial<typeof CARD> = {}, keys = anna) =>
  sure(await signCard({ ...CARD, ...change }, keys))

afterEach(() => vi.restoreAllMocks())

describe('a signature', () => {
  it('[L3] holds for what was signed, also after the card has been a text', async () => {
    const one = await signed()
    const read = parseCard(one.text)
    expect(read).toEqual({ ok: true, value: one })
    expect(await refusalOfSignature(one)).toBeUndefined()
  })

  it('[L3] holds for nothing else: a card that says anything otherwise is forged', async () => {
    const one = await signed()
    for (const change of [
      { league: leagueId(7) },
      { leagueName: 'Tea at five' },
      { player: mallory.player },
      { handle: card().handle.replace('anna', 'anne') as SignedCard['handle'] },
      { issued: NOW + 1 },
      { scores: [score('steps', '2026-W48', 52_001), score('streak', '2026-W48', 12)] },
      { scores: [score('steps', '2026-W48', 52_000)] },
      { signature: (await signed({}, mallory)).signature },
    ])
      expect([change, await refusalOfSignature({ ...one, ...change })]).toEqual([change, 'forged'])
  })

  it('[L3] with any character of its text changed the card is no card, or forged', async () => {
    const { text } = await signed()
    const alphabet = [...'0123456789ABCXYZabcxyz-_.~']
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length - 1), fc.constantFrom(...alphabet), async (at, character) => {
        fc.pre(text[at] !== character)
        const read = parseCard(text.slice(0, at) + character + text.slice(at + 1))
        if (read.ok) expect(await refusalOfSignature(read.value)).toBe('forged')
      }),
    )
  })

  it('[L3] by a key that is none is forged', async () => {
    // 2 is the y of no point of the curve; engines refuse it as a key, or every signature by it.
    const player = sure(parsePlayerKey(`Ag${'A'.repeat(41)}`))
    expect(await refusalOfSignature({ ...(await signed()), player })).toBe('forged')
  })

  it('cannot be made or checked in a browser that has no Ed25519, and that is said', async () => {
    const one = await signed()
    vi.spyOn(crypto.subtle, 'importKey').mockRejectedValue(new DOMException('', 'NotSupportedError'))
    expect(await newPlayer(random)).toBeUndefined()
    expect(await signCard(CARD, anna)).toBeUndefined()
    expect(await refusalOfSignature(one)).toBe('cannot-check')
  })
})

describe('a player', () => {
  it('[L6] is known by the seed alone, so another device that has it signs as the same one', async () => {
    expect(await playerOf(sure(parseSeed(anna.seed)))).toBe(anna.player)
    // RFC 8032, 7.1, test 1.
    const seed = sure(parseSeed('nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A'))
    expect(await playerOf(seed)).toBe('11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo')
    for (const text of ['', 'x', 'nWGxne', '%%%', anna.seed.slice(1)]) expect(parseSeed(text)).toBeUndefined()
  })
})

describe('judging', () => {
  it('[L3] tells what may be taken in from what is refused, and why', async () => {
    const good = await signed()
    const tooMuch = await signed({ scores: [score('steps', 'all', 1e12)] })
    const ahead = await signed({ scores: [score('steps', '2027-01', 1)] })
    const forged = { ...good, handle: mallory.player.slice(0, 3) as SignedCard['handle'] }
    expect(await judgeCards([good, tooMuch, ahead, forged], NOW)).toEqual({
      good: [good],
      refused: [
        { card: tooMuch, reason: 'implausible' },
        { card: ahead, reason: 'period-not-begun' },
        { card: forged, reason: 'forged' },
      ],
    })
  })
})
