import { Hono } from 'hono'
import { expect, it } from 'vitest'
import { securityHeaders } from '../../sync-server/security/headers.ts'
import { headerRules } from './worker-assets.ts'

it('gives files the headers that the server puts on every answer, and keeps hashed ones for good', async () => {
  const answer = await new Hono().use(securityHeaders).request('https://ownit.example.org/')
  const [all = '', assets = ''] = headerRules().split('/assets/*')
  expect(all.startsWith('/*\n')).toBe(true)
  const given = new Headers(
    all
      .split('\n')
      .slice(1, -1)
      .map((line): [string, string] => [line.slice(0, line.indexOf(':')).trim(), line.slice(line.indexOf(':') + 1)]),
  )
  expect(given.get('content-security-policy')).toContain("default-src 'self'")
  answer.headers.delete('content-type')
  expect([...given]).toEqual([...answer.headers])
  expect(assets).toContain('Cache-Control: public, max-age=31536000, immutable')
})
