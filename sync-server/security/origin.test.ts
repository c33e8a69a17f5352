import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { sameOrigin } from './origin.ts'

const app = new Hono()
app.use(sameOrigin(new Set(['https://ownit.example'])))
app.all('/x', (context) => context.text('done'))

const send = async (method: string, headers: Record<string, string>) =>
  (await app.request('http://127.0.0.1:8787/x', { method, headers })).status

describe('a request that may change something', () => {
  it.each([
    ['from our own origin', { origin: 'http://127.0.0.1:8787', 'sec-fetch-site': 'same-origin' }],
    ['from our own origin, said by Origin alone', { origin: 'http://127.0.0.1:8787' }],
    ['from our own origin, said by Sec-Fetch-Site alone', { 'sec-fetch-site': 'same-origin' }],
    ['from a page behind a proxy that ends TLS', { origin: 'https://127.0.0.1:8787' }],
    ['from the configured origin', { origin: 'https://ownit.example' }],
    ['from no browser', {}],
  ])('is taken %s', async (_, headers) => {
    for (const method of ['POST', 'PUT', 'DELETE']) expect(await send(method, headers)).toBe(200)
  })

  it.each([
    ['from another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    ['from another site, said by Origin alone', { origin: 'https://evil.example' }],
    ['from another site, said by Sec-Fetch-Site alone', { 'sec-fetch-site': 'cross-site' }],
    ['from another port of this machine', { origin: 'http://127.0.0.1:9999', 'sec-fetch-site': 'same-site' }],
    ['from a sibling host', { 'sec-fetch-site': 'same-site' }],
    ['from a sandboxed page', { origin: 'null' }],
    [
      'with an origin of ours and a site of another',
      { origin: 'http://127.0.0.1:8787', 'sec-fetch-site': 'cross-site' },
    ],
    [
      'from a page without TLS, on a server that has it',
      { origin: 'http://127.0.0.1:8787', 'x-forwarded-proto': 'https' },
    ],
    ['from an origin that only begins like the configured one', { origin: 'https://ownit.example.evil.example' }],
  ])('is refused %s', async (_, headers) => {
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) expect(await send(method, headers)).toBe(403)
  })

  it('is none when it only reads', async () => {
    expect(await send('GET', { origin: 'https://evil.example' })).toBe(200)
  })
})
