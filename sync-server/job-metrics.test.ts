import { expect, it } from 'vitest'
import { appUnderTest } from './app-under-test.ts'
import { JOB_NAMES } from './jobs/job.ts'
import { createServerMetrics } from './metrics/server-metrics.ts'
import { startPushDouble } from './push/push-double.ts'
import { newDevice } from './push/test-device.ts'
import { makeVapidKeys, readVapidKeys } from './push/vapid.ts'
import { authOf, newAccount } from './store/contract-subject.ts'

const HOUR = 3_600_000

it('what runs by the clock and what becomes of reminders is counted, from 0 on, and says nothing of whom', async () => {
  const metrics = createServerMetrics('1.2.3', JOB_NAMES)
  const counted = async () =>
    (await metrics.registry.metrics())
      .split('\n')
      .filter((line) => /^ownit_(?:job_runs|reminders)_total\{/.test(line))
      .map((line) => line.replaceAll('"', ''))
  expect(await counted()).toHaveLength(4 * 3 + 5)
  expect((await counted()).every((line) => line.endsWith(' 0'))).toBe(true)

  const double = await startPushDouble()
  const keys = await readVapidKeys(await makeVapidKeys())
  if (!keys.ok) throw new Error(keys.failure)
  const clock = { now: Date.UTC(2026, 10, 27, 19) }
  const push = { keys: keys.value, contact: undefined, hosts: [], fetch: double.fetch, most: Number.POSITIVE_INFINITY }
  const { app, store } = appUnderTest({ push, now: () => clock.now, onJob: metrics.jobs })
  const { p256dh, auth } = await newDevice()
  const account = await newAccount(store)
  const { internalAdapter } = await authOf(store).$context
  for (const name of ['here', 'gone', 'broken', 'refused']) {
    const device = { account, session: (await internalAdapter.createSession(account)).id }
    const endpoint = `https://fcm.googleapis.com/${name}`
    const reminder = { kind: 'log-today', at: 1200, weekday: null } as const
    const planned = { reminder, dueAt: clock.now }
    await store.push.put(device, { endpoint, p256dh, auth, zone: 'Europe/Berlin', quiet: null }, [planned])
  }
  double.answer = (path) => ({ '/gone': 410, '/broken': 503, '/refused': 403 })[path] ?? 201
  await app.runDueJobs()
  clock.now += 3 * HOUR
  await app.runDueJobs()
  const risen = (await counted()).filter((line) => !line.endsWith(' 0'))
  expect(risen).toContain('ownit_job_runs_total{job=reminders,outcome=caught-up} 1')
  expect(risen.filter((line) => line.startsWith('ownit_reminders')).sort()).toEqual([
    'ownit_reminders_total{outcome=again} 1',
    'ownit_reminders_total{outcome=dead} 1',
    'ownit_reminders_total{outcome=missed} 1',
    'ownit_reminders_total{outcome=refused} 1',
    'ownit_reminders_total{outcome=sent} 1',
  ])
  await double.close()
  await store.close()
})
