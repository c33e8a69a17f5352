import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeCodeSecret } from './code-keys.ts'
import { pairingLink, parsePairingLink } from './pairing.ts'
import { codeOf } from './secret-code.ts'
import type { RandomBytes } from './vault-key.ts'

const randomBytes: RandomBytes = (length) => crypto.getRandomValues(new Uint8Array(length))
const ORIGIN = 'https://health.example:8443'

describe('a pairing link', () => {
  it('[V1] is an address of the app with everything behind the #, which no server is sent', () => {
    const secret = makeCodeSecret(randomBytes)
    const link = new URL(pairingLink(ORIGIN, { email: 'a+b@example.org', secret }))
    expect(link.origin).toBe(ORIGIN)
    expect(link.pathname).toBe('/sync')
    expect(link.search).toBe('')
    expect(decodeURIComponent(link.hash)).toContain(codeOf(secret))
  })

  it('[V1] is read as it was made, whole or from the # on', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (email) => {
        const pairing = { email, secret: makeCodeSecret(randomBytes) }
        const link = pairingLink(ORIGIN, pairing)
        expect(parsePairingLink(link)).toEqual({ ok: true, value: pairing })
        expect(parsePairingLink(new URL(link).hash)).toEqual({ ok: true, value: pairing })
      }),
    )
  })

  it('that is none or damaged is answered with a reason', () => {
    const link = pairingLink(ORIGIN, { email: 'a@example.org', secret: makeCodeSecret(randomBytes) })
    for (const text of ['', 'hello', ORIGIN, link.replace('#', '?'), `${ORIGIN}/sync#pair=x`, `${ORIGIN}/sync#email=x`])
      expect(parsePairingLink(text)).toMatchObject({ ok: false, failure: { kind: 'no-link' } })
    expect(parsePairingLink(link.replace('#pair=', '#pair=1'))).toMatchObject({
      ok: false,
      failure: { kind: 'damaged', message: 'The link is damaged. 1 character too many.' },
    })
  })
})
