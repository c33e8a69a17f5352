import { expect, it } from 'vitest'
import { fail, ok } from '../../shared/result/result.ts'
import { pushClient } from './push-client.ts'

const KEY = 'B'.repeat(87)
const SUBSCRIPTION = {
  endpoint: 'https://fcm.googleapis.com/a',
  p256dh: KEY,
  auth: 'a'.repeat(22),
  zone: 'UTC',
  quiet: null,
  reminders: [],
}

function server(answer: () => Response | Promise<Response>) {
  const asked: { readonly path: string; readonly method: string | undefined; readonly body: unknown }[] = []
  const client = pushClient(async (path, { method, body }) => {
    asked.push({ path, method, body: typeof body === 'string' ? JSON.parse(body) : undefined })
    return answer()
  })
  return { asked, client }
}
const json = (body: unknown, status = 200) => server(() => Response.json(body, { status }))

it('the key, the subscription and its end are asked of their paths', async () => {
  const { asked, client } = json({ key: KEY })
  expect(await client.key()).toEqual(ok(KEY))
  expect(await client.put(SUBSCRIPTION)).toEqual(ok(undefined))
  expect(await client.remove()).toEqual(ok(undefined))
  expect(asked).toEqual([
    { path: '/api/push/key', method: 'GET', body: undefined },
    { path: '/api/push/subscription', method: 'PUT', body: SUBSCRIPTION },
    { path: '/api/push/subscription', method: 'DELETE', body: undefined },
  ])
})

it.each([
  [401, { code: 'SIGNED_OUT' }, 'signed-out'],
  [404, { code: 'PUSH_OFF' }, 'off'],
  [400, { code: 'PUSH_ENDPOINT' }, 'unknown-service'],
  [409, { code: 'PUSH_FULL' }, 'full'],
  [500, { error: 'internal error' }, 'unreachable'],
  [429, [], 'unreachable'],
] as const)('an answer of %i, %j, is told as %s', async (status, body, problem) => {
  expect(await json(body, status).client.put(SUBSCRIPTION)).toEqual(fail(problem))
})

it('no network, no answer in time, and an answer of somebody else are all no server', async () => {
  for (const error of [new TypeError('fetch failed'), new DOMException('late', 'TimeoutError')])
    expect(await server(() => Promise.reject(error)).client.key()).toEqual(fail('unreachable'))
  expect(await server(() => new Response('<title>Log in to the Wi-Fi</title>')).client.key()).toEqual(
    fail('unreachable'),
  )
  expect(await json({ key: 'short' }).client.key()).toEqual(fail('unreachable'))
})
