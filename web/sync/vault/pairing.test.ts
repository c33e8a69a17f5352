import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeCodeSecret } from './code-keys.ts'
import { pairingLink } from './pairing.ts'
import { codeOf, secretOf } from './secret-code.ts'
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

  it('[V1] says the address of the account and the code, whatever stands in them', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (email) => {
        const secret = makeCodeSecret(randomBytes)
        const said = new URLSearchParams(new URL(pairingLink(ORIGIN, { email, secret })).hash.slice(1))
        expect(said.get('email')).toBe(email)
        expect(secretOf(said.get('pair') ?? '')).toEqual({ ok: true, value: secret })
      }),
    )
  })
})
