import { expect, it } from 'vitest'
import { readBindings } from './worker-bindings.ts'

const asked: string[] = []
const env = {
  PG: { connectionString: 'postgresql://user:secret@a.hyperdrive.local:5432/ownit?sslmode=disable' },
  ASSETS: {
    fetch: async (request: Request) => {
      asked.push(`${request.method} ${request.url}`)
      return new Response('the page')
    },
  },
  AUTH_SECRET: 'a secret of which only tests know',
}

it('reads the database, the secret and the settings, which have the defaults of the server', () => {
  const read = readBindings(env)
  expect(read).toMatchObject({
    ok: true,
    value: {
      databaseUrl: env.PG.connectionString,
      authSecret: env.AUTH_SECRET,
      signUp: { kind: 'open' },
      origins: new Set(),
      quotaBytes: 64 * 1024 * 1024,
    },
  })
  expect(readBindings({ ...env, SIGNUP: 'closed', QUOTA_MIB: '1' })).toMatchObject({
    value: { signUp: { kind: 'closed' }, quotaBytes: 1024 * 1024 },
  })
})

it('asks for the page, whichever screen of the app it is for', async () => {
  const read = readBindings(env)
  if (!read.ok) throw new Error(read.failure.join())
  await read.value.page(new Request('https://ownit.example.org/history?from=2026-01-01', { method: 'HEAD' }))
  expect(asked).toEqual(['HEAD https://ownit.example.org/'])
})

it.each([
  ['PG', undefined],
  ['PG', 'postgres://'],
  ['ASSETS', {}],
  ['AUTH_SECRET', undefined],
  ['AUTH_SECRET', 'short'],
  ['SIGNUP', 'perhaps'],
  ['QUOTA_MIB', '-1'],
])('names the binding that cannot be used, %s, and no value: %j', (name, value) => {
  const read = readBindings({ ...env, [name]: value })
  if (read.ok) throw new Error('it was read')
  expect(read.failure).toHaveLength(1)
  expect(read.failure[0]).toMatch(new RegExp(`^${name} must be `))
  expect(read.failure[0]).not.toMatch(/secret@|perhaps|'short'/)
})

it('says of everything that is missing', () => {
  expect(readBindings({})).toMatchObject({ failure: { length: 3 } })
  expect(readBindings(undefined).ok).toBe(false)
})
