import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { describeServer } from '../../sync-server/http-contract.ts'
import { migratePostgres } from '../../sync-server/store/postgres/migrate-postgres.ts'
import { describeWithPostgres } from '../postgres/describe-with-postgres.ts'
import { bundleWorker, startWorker } from './start-worker.ts'
import { whyNoWorkerd } from './why-no-workerd.ts'

// Some tests start a Worker of their own, and beside other tests that takes a while.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const missing = whyNoWorkerd()
if (missing === undefined) describeWithPostgres('the Worker', testWorker)
else {
  console.warn(`Skipped: the Worker: ${missing}`)
  describe.skip('the Worker', () => it('runs', () => undefined))
}

function testWorker(postgres: () => { createDatabase(name: string): Promise<string> }): void {
  let folder: string
  let assets: string
  let bundle: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ownit-bundle-'))
    assets = await mkdtemp(join(tmpdir(), 'ownit-assets-'))
    await writeFile(join(assets, 'index.html'), '<!doctype html><title>OwnIt</title>')
    bundle = await bundleWorker(folder, assets)
  })
  afterAll(() => Promise.all([folder, assets].map((path) => rm(path, { recursive: true, force: true }))))

  it('is bundled without the driver of SQLite and without migrations', async () => {
    const text = await readFile(bundle, 'utf8')
    expect(text).toContain('new AsyncLocalStorage')
    expect(text).not.toMatch(/(?:from|require\()\s*"better-sqlite3"|migrationsFolder/)
  })

  let databases = 0
  describeServer('the server on Cloudflare Workers', async (env = {}) => {
    databases += 1
    const databaseUrl = await postgres().createDatabase(`worker_${databases}`)
    await migratePostgres(databaseUrl, () => crypto.randomUUID())
    const vars = { AUTH_SECRET: 'a secret of which only tests know', ...env }
    return startWorker({ databaseUrl, vars, bundle, assets, port: 0, say: () => undefined })
  })
}
