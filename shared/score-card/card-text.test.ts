import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bodyOf, parseCard } from './card-text.ts'
import { CARD_LIMITS } from './limits.ts'
import { CARD, card, score, someCard } from './test-cards.ts'

const aCard = fc.nat().map(someCard)

describe('the text of a card', () => {
  it('[L1] is read as what was written, whatever the card says', () => {
    fc.assert(
      fc.property(aCard, (one) => {
        expect(parseCard(one.text)).toEqual({ ok: true, value: one })
      }),
    )
  })

  it('[L1] says league, player, handle, moment and scores, in characters that nobody has a reason to write otherwise', () => {
    expect(bodyOf({ ...CARD, leagueName: 'Tea (4 pm)' })).toBe(
      `1.${CARD.league}.Tea~20~284~20pm~29.${CARD.player}.anna.${CARD.issued.toString(36)}.2026-W48~s52000r12`,
    )
    fc.assert(
      fc.property(aCard, ({ text }) => {
        expect(text).toMatch(/^[\w.~-]+$/)
      }),
    )
  })

  it('[L1] has one spelling: the same said otherwise is no card', () => {
    const { text } = card({ leagueName: 'Zoé', scores: [score('steps', '2026-11', 7), score('steps', 'all', 70)] })
    const groups = '2026-11~s7.all~s70'
    for (const [was, instead] of [
      ['Zo~C3~A9', 'Zo~c3~a9'],
      ['Zo~C3~A9', '~5Ao~C3~A9'],
      ['Zo~C3~A9', 'Zo%C3%A9'],
      ['Zo~C3~A9', 'Zo~C3'],
      ['Zo~C3~A9', '~20Zo~C3~A9'],
      ['1.', '01.'],
      ['1.', '0.'],
      ['1.', 'x.'],
      [groups, 'all~s70.2026-11~s7'],
      [groups, '2026-11~s07.all~s70'],
      [groups, '2026-11~s7s8.all~s70'],
      [groups, '2026-11~s7.all~s70.all~s70'],
      [groups, '2026-11~r1s7.all~s70'],
      [groups, '2026-11~s7.all~x70'],
      [groups, '2026-13~s7.all~s70'],
      [groups, '2026-11~s7.all~s9999999999999999'],
      ['.anna.', '.an~6Ea.'],
      ['.anna.', '.-anna.'],
      ['.anna.', '.ann~61~CC~81.'],
      ['.anna.', '.anna~CC~81.'],
      [CARD.issued.toString(36), `0${CARD.issued.toString(36)}`],
      [CARD.issued.toString(36), CARD.issued.toString(36).toUpperCase()],
      [`${CARD.player}`, `${CARD.player.slice(0, -1)}B`],
    ] as const) {
      expect(text).toContain(was)
      expect([instead, parseCard(text.replace(was, instead))]).toEqual([instead, { ok: false, failure: 'no-card' }])
    }
  })

  it('is no card when it is cut off, empty, something else or too long', () => {
    const { text } = card()
    for (const end of [0, 1, 2, 30, 120, text.length - 1])
      expect(parseCard(text.slice(0, end))).toEqual({ ok: false, failure: 'no-card' })
    for (const other of ['1.......', 'https://ownit.example/#card=x', '0.a', `${text}.`, ` ${text}`, '\ud800'])
      expect(parseCard(other)).toEqual({ ok: false, failure: 'no-card' })
    expect(parseCard(`1.${'a'.repeat(CARD_LIMITS.cardLength)}`)).toEqual({ ok: false, failure: 'no-card' })
    fc.assert(
      fc.property(fc.string(), (any) => {
        expect(parseCard(any).ok).toBe(false)
      }),
    )
  })

  it('of a later version is told apart from what is no card', () => {
    expect(parseCard(card().text.replace(/^1/, '2'))).toEqual({ ok: false, failure: 'newer-version' })
  })
})
