import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { clientAddress } from './client-address.ts'

async function addressOf(remote: string | undefined, forwarded?: string, behindProxy = false): Promise<string> {
  const app = new Hono()
  app.get('/', (context) => context.text(clientAddress(context, () => remote, behindProxy)))
  const headers: Record<string, string> = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }
  return (await app.request('/', { headers })).text()
}

describe('the address requests are counted by', () => {
  it('is where the connection comes from, whatever the client says', async () => {
    expect(await addressOf('203.0.113.7')).toBe('203.0.113.7')
    expect(await addressOf('203.0.113.7', '198.51.100.1')).toBe('203.0.113.7')
    expect(await addressOf(undefined)).toBe('unknown')
  })

  it('behind a proxy is the one the proxy saw, not one that the client made up', async () => {
    expect(await addressOf('127.0.0.1', '10.0.0.1, 198.51.100.1', true)).toBe('198.51.100.1')
    expect(await addressOf('127.0.0.1', undefined, true)).toBe('127.0.0.1')
  })

  it('is one for all addresses that an IPv6 client has', async () => {
    for (const same of ['2001:db8:1:2::1', '2001:0DB8:1:2:ffff:1:2:3', '2001:db8:1:2:0:0:0:9'])
      expect(await addressOf(same)).toBe('2001:db8:1:2')
    expect(await addressOf('2001:db8::5')).toBe('2001:db8:0:0')
    expect(await addressOf('::ffff:203.0.113.7')).toBe('203.0.113.7')
  })
})
