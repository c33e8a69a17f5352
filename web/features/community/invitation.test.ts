import { expect, it } from 'vitest'
import { invitationLink, invitationOf } from './invitation.ts'

it('an invitation is a link whose code is sent to nobody', () => {
  const link = new URL(invitationLink('https://ownit.example', '7KQX-M2VD-9RTB'))
  expect(link.pathname + link.search).toBe('/community')
  expect(invitationOf(link.hash)).toBe('7KQX-M2VD-9RTB')
  for (const hash of ['', '#', '#join=', '#join=AAAA', '#card=7KQX-M2VD-9RTB'])
    expect(invitationOf(hash)).toBeUndefined()
})
