import { afterAll, beforeAll, expect, it } from 'vitest'
import { LEADERBOARD_PATHS } from '../shared/leaderboard/protocol.ts'
import { PATHS } from '../shared/sync/protocol.ts'
import { type AppUnderTest, appUnderTest } from './app-under-test.ts'
import { newCredentials } from './http-contract-subject.ts'
import { createServerMetrics } from './metrics/server-metrics.ts'

let server: AppUnderTest
const metrics = createServerMetrics('1.2.3')
beforeAll(() => {
  // A Friday.
  const now = () => Date.UTC(2026, 10, 27, 8)
  server = appUnderTest({ now, onLeaderboardRefused: metrics.onLeaderboardRefused })
})
afterAll(() => server.store.close())

it('what leaderboards refuse is counted by why, from 0 on, and says nothing of whom', async () => {
  const text = async () =>
    (await metrics.registry.metrics()).split('\n').filter((line) => line.includes('refusals_total{'))
  const counted = async () => (await text()).filter((line) => !line.endsWith(' 0')).map((line) => line.split('"')[1])
  expect(await counted()).toEqual([])
  expect((await text()).length).toBeGreaterThan(10)

  const send = (method: string, path: string, body: object, cookie = '') =>
    server.app.hono.request(path, { method, headers: { cookie }, body: JSON.stringify(body) })
  const signUp = async () => {
    const signedUp = await send('POST', `${PATHS.auth}/sign-up/email`, { ...newCredentials(), name: '' })
    return signedUp.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  }
  const cookie = await signUp()
  const steps = { board: 'steps', period: '2026-W48' }
  expect((await send('PUT', LEADERBOARD_PATHS.boards, { board: 'steps' }, cookie)).status).toBe(409)
  await send('PUT', LEADERBOARD_PATHS.player, { handle: 'no handle' }, cookie)
  await send('PUT', LEADERBOARD_PATHS.player, { handle: 'anna' }, cookie)
  // Somebody else's name, and one that looks like it.
  const stranger = await signUp()
  for (const handle of ['anna', 'Anna'])
    expect((await send('PUT', LEADERBOARD_PATHS.player, { handle }, stranger)).status).toBe(409)
  const scores = [
    { ...steps, score: 1e12 },
    { ...steps, period: '2026-W40', score: 1 },
    { ...steps, score: 1 },
    { steps: 1 },
  ]
  await send('POST', LEADERBOARD_PATHS.scores, { scores }, cookie)
  expect((await counted()).sort()).toEqual(
    ['handle-malformed', 'handle-taken', 'implausible', 'malformed', 'no-player', 'not-joined', 'period-closed'].sort(),
  )
  // Who publishes without end is slowed down, and that is counted too.
  let spam: Response | undefined
  for (let times = 0; times < 100 && spam?.status !== 429; times += 1)
    spam = await send('POST', LEADERBOARD_PATHS.scores, { scores: [{ ...steps, score: 1 }] }, cookie)
  expect(spam?.status).toBe(429)
  expect(await text()).toContain('ownit_leaderboard_refusals_total{reason="handle-taken"} 2')
  expect(await text()).toContain('ownit_leaderboard_refusals_total{reason="too-many"} 1')
  expect((await text()).join()).not.toContain('anna')
  expect(server.lines.join()).not.toMatch(/anna|2026-W/)
})
