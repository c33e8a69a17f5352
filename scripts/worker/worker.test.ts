import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import database from 'postgres'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { PUSH_PATHS } from '../../shared/push/protocol.ts'
import { describeServer } from '../../sync-server/http-contract.ts'
import { secondDevice, signedUp } from '../../sync-server/http-contract-subject.ts'
import { describeLeaderboards } from '../../sync-server/http-leaderboard-contract.ts'
import { newDevice } from '../../sync-server/push/test-device.ts'
import { makeVapidKeys } from '../../sync-server/push/vapid.ts'
import { SECURITY_HEADERS } from '../../sync-server/security/headers.ts'
import { migratePostgres } from '../../sync-server/store/postgres/migrate-postgres.ts'
import { headerRules } from '../build/worker-assets.ts'
import { describeWithPostgres } from '../postgres/describe-with-postgres.ts'
import { describeWithRedis } from '../redis/describe-with-redis.ts'
import { RedisConnection } from '../redis/redis-connection.ts'
import { bundleWorker, startWorker } from './start-worker.ts'
import { whyNoWorkerd } from './why-no-workerd.ts'

// Some tests start a Worker of their own, and beside other tests that takes a while.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const PAGE = '<!doctype html><title>OwnIt</title>'

const missing = whyNoWorkerd()
if (missing === undefined) describeWithPostgres('the Worker', testWorker)
else {
  console.warn(`Skipped: the Worker: ${missing}`)
  describe.skip('the Worker', () => it('runs', () => undefined)) // This machine cannot run workerd, which the line above prints.
}

function testWorker(postgres: () => { createDatabase(name: string): Promise<string> }): void {
  let folder: string
  let assets: string
  let bundle: string
  /** The one that most tests speak to: starting one takes seconds. */
  let worker: Awaited<ReturnType<typeof start>>
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ownit-bundle-'))
    assets = await mkdtemp(join(tmpdir(), 'ownit-assets-'))
    await mkdir(join(assets, 'assets'))
    await writeFile(join(assets, 'index.html'), PAGE)
    await writeFile(join(assets, 'assets/app-abc.js'), 'export {}')
    await writeFile(join(assets, '_headers'), headerRules())
    bundle = await bundleWorker(folder, assets)
    worker = await start({})
  })
  afterAll(async () => {
    await worker?.stop()
    await Promise.all([folder, assets].map((path) => rm(path, { recursive: true, force: true })))
  })

  it('is bundled without the driver of SQLite and without migrations', async () => {
    const text = await readFile(bundle, 'utf8')
    expect(text).toContain('new AsyncLocalStorage')
    expect(text).not.toMatch(/(?:from|require\()\s*"better-sqlite3"|migrationsFolder/)
  })

  let databases = 0
  async function start(env: Readonly<Record<string, string>>) {
    databases += 1
    const databaseUrl = await postgres().createDatabase(`worker_${databases}`)
    await migratePostgres(databaseUrl, () => crypto.randomUUID())
    const vars = { AUTH_SECRET: 'a secret of which only tests know', ...env }
    return { databaseUrl, ...(await startWorker({ databaseUrl, vars, bundle, assets, port: 0, say: () => undefined })) }
  }

  describe('beside the API', () => {
    const get = (path: string, init?: RequestInit) => fetch(new URL(path, worker.url), { redirect: 'manual', ...init })

    it('answers every screen with the page, under the policy of the server', async () => {
      for (const path of ['/', '/history', '/import?from=share']) {
        const response = await get(path)
        expect([path, response.status, await response.text()]).toEqual([path, 200, PAGE])
        for (const [name, value] of SECURITY_HEADERS) expect([name, response.headers.get(name)]).toEqual([name, value])
        expect(response.headers.get('cache-control')).toContain('must-revalidate')
      }
    })

    it('lets a hashed file be kept for good, and misses one that is missing', async () => {
      const there = await get('/assets/app-abc.js')
      expect(there.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
      for (const path of ['/assets/app-def.js', '/nope.png']) {
        const response = await get(path)
        expect([path, response.status, response.headers.get('cache-control')]).toEqual([path, 404, 'no-store'])
      }
    })

    it('sends who shares a file on to the wizard', async () => {
      const response = await get('/share', { method: 'POST', body: new FormData() })
      expect([response.status, response.headers.get('location')]).toEqual([303, '/import'])
    })

    it('removes the sessions that are over, and no other, when the clock calls', async () => {
      const device = await signedUp(worker.url)
      const other = await secondDevice(worker.url, device)
      const lost = (await other.devices()).find(({ current }) => !current)
      const sql = database(worker.databaseUrl)
      try {
        await sql`UPDATE session SET expires_at = now() - interval '1 minute' WHERE id = ${lost?.id ?? ''}`
        expect((await get('/cdn-cgi/handler/scheduled?cron=*+*+*+*+*')).status).toBe(200)
        const left = await sql<{ id: string }[]>`SELECT id FROM session`
        expect(left.map(({ id }) => id)).toEqual((await other.devices()).map(({ id }) => id))
        expect(left).toHaveLength(1)
      } finally {
        await sql.end()
      }
    })
  })

  it('seals and signs reminders when the clock calls, and tries again what nobody has taken', async () => {
    // A name that no network has.
    const PUSH_HOSTS = 'push.invalid'
    const waking = await start({ PUSH_KEYS: await makeVapidKeys(), PUSH_HOSTS })
    const sql = database(waking.databaseUrl)
    try {
      const { cookie } = await signedUp(waking.url)
      const { p256dh, auth } = await newDevice()
      const response = await fetch(new URL(PUSH_PATHS.subscription, waking.url), {
        method: 'PUT',
        headers: { cookie: cookie ?? '', 'content-type': 'application/json' },
        body: JSON.stringify({
          endpoint: `https://${PUSH_HOSTS}/a`,
          p256dh,
          auth,
          zone: 'UTC',
          quiet: null,
          reminders: [{ kind: 'log-today', at: 0, weekday: null }],
        }),
      })
      expect(response.status).toBe(200)
      const now = Date.now()
      await sql`UPDATE push_reminders SET planned_for = ${now}, due_at = ${now}`
      expect((await fetch(new URL('/cdn-cgi/handler/scheduled?cron=*+*+*+*+*', waking.url))).status).toBe(200)
      const [device] = await sql`SELECT failing_since FROM push_devices`
      expect(Number(device?.['failing_since'])).toBeGreaterThanOrEqual(now)
      const [reminder] = await sql`SELECT attempts, planned_for, due_at FROM push_reminders`
      expect(reminder).toMatchObject({ attempts: 1 })
      expect(Number(reminder?.['due_at'])).toBeGreaterThanOrEqual(now + 60_000)
    } finally {
      await sql.end()
      await waking.stop()
    }
  })

  describeWithRedis('with a Redis', (running) => {
    let indexed: Awaited<ReturnType<typeof start>>
    beforeAll(async () => {
      const { url, token } = running().bridge
      indexed = await start({ UPSTASH_REDIS_REST_URL: url, UPSTASH_REDIS_REST_TOKEN: token })
    })
    afterAll(() => indexed?.stop())
    describeLeaderboards(() => indexed.url)
    it('has asked it', async () => {
      const redis = new RedisConnection(running().redis.port)
      expect(await redis.send(['KEYS', 'ownit:*:built'])).toContainEqual(expect.stringContaining('}:steps:'))
      redis.close()
    })
  })

  describeServer('the server on Cloudflare Workers', async (env) =>
    env === undefined ? { url: worker.url, stop: async () => undefined } : start(env),
  )
}
