import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cardFileText, cardFragment, leagueFragment, readHandedOver } from './handed-over.ts'
import { invitationText, parseInvitation } from './invitation.ts'
import { CARD_LIMITS } from './limits.ts'
import { CARD, card, someCard } from './test-cards.ts'

const aCard = fc.nat().map(someCard)

const LEAGUE = { id: CARD.league, name: 'Tea at 4 (über)', boards: ['steps', 'streak'] } as const

describe('an invitation', () => {
  it('says which league, its name and its boards, in one spelling', () => {
    const text = invitationText(LEAGUE)
    expect(parseInvitation(text)).toEqual({ ok: true, value: LEAGUE })
    for (const other of ['', text.slice(0, -3), text.replace('.sr', '.rs'), text.replace('.sr', '.'), `${text}.x`])
      expect([other, parseInvitation(other)]).toEqual([other, { ok: false, failure: 'no-invitation' }])
    expect(parseInvitation(text.replace('1.', '2.'))).toEqual({ ok: false, failure: 'newer-version' })
  })
})

describe('what is handed over', () => {
  const read = (text: string) => {
    const result = readHandedOver(text)
    return result.ok ? result.value : result.failure
  }

  it('[L5] is behind the # of a link, with any words around it, from whichever server', () => {
    const one = card()
    const fragment = cardFragment(one.text)
    expect(new URL(`https://ownit.example/community${fragment}`).pathname).toBe('/community')
    expect(new URL(`https://ownit.example/community${fragment}`).search).toBe('')
    const text = `Look: https://ownit.example/community${fragment} and (https://b.example/x${leagueFragment(invitationText(LEAGUE))})`
    expect(read(text)).toEqual({ cards: [one], refused: [], leagues: [LEAGUE] })
  })

  it('is every card of a file, each read by itself', () => {
    fc.assert(
      fc.property(fc.array(aCard, { minLength: 1, maxLength: 5 }), (cards) => {
        expect(read(cardFileText(cards))).toEqual({ cards, refused: [], leagues: [] })
      }),
    )
    const text = JSON.stringify({ format: 'ownit-score-cards', version: 1, cards: [card().text, 'x', 7] })
    expect(read(text)).toEqual({ cards: [card()], refused: ['no-card', 'no-card'], leagues: [] })
  })

  it('is refused as a whole where nothing is in it, too much, or another version', () => {
    for (const text of ['', 'hello', '{', '{}', '[]', '{"format":"ownit-backup","documents":[]}', card().text])
      expect([text, read(text)]).toEqual([text, 'nothing'])
    expect(read('{"format":"ownit-score-cards","version":1}')).toBe('nothing')
    expect(read('{"format":"ownit-score-cards","version":2,"cards":[]}')).toBe('newer-version')
    expect(read(cardFileText(new Array(CARD_LIMITS.cards + 1).fill({ text: 'x' })))).toBe('too-large')
    expect(read('x'.repeat(CARD_LIMITS.fileBytes + 1))).toBe('too-large')
  })
})
