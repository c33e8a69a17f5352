import { randomBytes } from 'node:crypto'
import { resolve } from 'node:path'
import { type Config, readConfig } from '../sync-server/config.ts'
import { makeVapidKeys } from '../sync-server/push/vapid.ts'
import { newEpoch } from '../sync-server/store/new-epoch.ts'
import { migratePostgres } from '../sync-server/store/postgres/migrate-postgres.ts'
import { buildIfStale } from './build/build-if-stale.ts'
import { findPostgres } from './postgres/find-binaries.ts'
import { startPrivatePostgres } from './postgres/private-postgres.ts'
import { stopWithParent } from './stop-with-parent.ts'
import { startWorker } from './worker/start-worker.ts'

// `npm run worker`: builds the app and serves it in Cloudflare's runtime on this machine, over the Postgres at DATABASE_URL or
// over one of its own, which is gone when it stops.

const stops: (() => Promise<void>)[] = []
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop(0))
stopWithParent()
try {
  await start()
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  await stop(1)
}

async function start(): Promise<void> {
  const config = readConfig(process.env, resolve(import.meta.dirname, '..'))
  if (!config.ok) throw new Error(config.failure.join('\n'))
  await buildIfStale()
  const databaseUrl = await migrated(config.value)
  const { AUTH_SECRET = randomBytes(32).toString('base64url'), SIGNUP, ORIGIN, QUOTA_MIB } = process.env
  const { JOBS_SECRET, PUSH_KEYS = await makeVapidKeys() } = process.env
  const worker = await startWorker({
    databaseUrl,
    vars: definedOf({ AUTH_SECRET, SIGNUP, ORIGIN, QUOTA_MIB, JOBS_SECRET, PUSH_KEYS }),
    port: config.value.port,
    say: (text) => process.stdout.write(text),
  })
  stops.unshift(worker.stop)
}

/** A database whose tables are up to date. */
async function migrated({ databaseUrl, migrationUrl }: Config): Promise<string> {
  const url = databaseUrl ?? (await privateDatabase())
  await migratePostgres(migrationUrl ?? url, newEpoch)
  return url
}

async function privateDatabase(): Promise<string> {
  const found = findPostgres()
  if (!found.ok) throw new Error(`Set DATABASE_URL: ${found.failure}`)
  const postgres = await startPrivatePostgres(found.value)
  stops.unshift(postgres.stop)
  return postgres.createDatabase('ownit')
}

function definedOf(vars: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(vars).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}

async function stop(code: number): Promise<never> {
  for (const each of stops.splice(0)) await each()
  process.exit(code)
}
