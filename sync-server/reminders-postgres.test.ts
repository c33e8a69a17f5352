import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeWithPostgres } from '../scripts/postgres/describe-with-postgres.ts'
import { PUSH_PATHS } from '../shared/push/protocol.ts'
import { type AppUnderTest, appUnderTest } from './app-under-test.ts'
import { type PushDouble, startPushDouble } from './push/push-double.ts'
import { newDevice } from './push/test-device.ts'
import { makeVapidKeys, readVapidKeys } from './push/vapid.ts'
import type { Store } from './store/ports.ts'
import { openPostgresStore } from './store/postgres/postgres-store.ts'

const DEVICES = 12

describeWithPostgres('reminders of many processes on one Postgres', (postgres) => {
  // The evening before clocks go back in Berlin.
  const clock = { now: Date.parse('2026-10-24T17:00:00Z') }
  const stores: Store[] = []
  const servers: AppUnderTest[] = []
  let push: PushDouble

  beforeAll(async () => {
    push = await startPushDouble()
    const keys = await readVapidKeys(await makeVapidKeys())
    if (!keys.ok) throw new Error(keys.failure)
    const url = await postgres().createDatabase('reminders')
    for (let process = 0; process < 2; process += 1) {
      const onProblem = (error: unknown) => Promise.reject(error)
      const store = await openPostgresStore({ url, newEpoch: () => 'epoch', onProblem })
      stores.push(store)
      servers.push(
        appUnderTest({
          store,
          now: () => clock.now,
          push: { keys: keys.value, contact: undefined, hosts: [], fetch: push.fetch, most: 1000 },
        }),
      )
    }
  })
  afterAll(async () => {
    await push.close()
    await Promise.all(stores.map((store) => store.close()))
  })

  const tick = () => Promise.all(servers.map(({ app }) => app.runDueJobs()))

  async function subscribe(name: string): Promise<void> {
    const request = async (method: string, path: string, body: object, cookie = '') =>
      servers[0]?.app.hono.request(path, {
        method,
        headers: { cookie, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
    const made = await request('POST', '/api/auth/sign-up/email', {
      email: `${name}@example.org`,
      password: 'p'.repeat(43),
      name: '',
    })
    const { p256dh, auth } = await newDevice()
    const subscription = {
      endpoint: `https://fcm.googleapis.com/${name}`,
      p256dh,
      auth,
      zone: 'Europe/Berlin',
      quiet: null,
      reminders: [
        { kind: 'log-today', at: 20 * 60, weekday: null },
        // A time that the clocks read twice this night.
        { kind: 'new-risk', at: 2 * 60 + 30, weekday: null },
        { kind: 'weekly-report', at: 9 * 60, weekday: 7 },
      ],
    }
    const put = await request(
      'PUT',
      PUSH_PATHS.subscription,
      subscription,
      made?.headers.getSetCookie()[0]?.split(';')[0],
    )
    expect(put?.status).toBe(200)
  }

  it('are each sent once a day, over a night in which the clocks change, though both look at once', {
    timeout: 120_000,
  }, async () => {
    for (let n = 0; n < DEVICES; n += 1) await subscribe(`device-${n}`)
    const looks = [
      '24T17:59',
      '24T18:00',
      '25T00:30',
      '25T00:31',
      '25T01:30',
      '25T07:59',
      '25T08:00',
      '25T18:00',
      '25T19:00',
    ]
    for (const look of looks) {
      clock.now = Date.parse(`2026-10-${look}:00Z`)
      await tick()
      await tick()
    }
    const times = new Map<string, number>()
    for (const { path } of push.messages) times.set(path, (times.get(path) ?? 0) + 1)
    // Two evenings, one night, one Sunday.
    expect([...times.values()]).toEqual(Array.from({ length: DEVICES }, () => 4))
  })

  it('are caught up once after both were away', async () => {
    push.messages.length = 0
    // The night's at half past two, and the evening's of which an hour is gone.
    clock.now = Date.parse('2026-10-26T20:00:00Z')
    await tick()
    await tick()
    expect(new Set(push.messages.map(({ path }) => path)).size).toBe(DEVICES)
    expect(push.messages).toHaveLength(2 * DEVICES)
  })
})
