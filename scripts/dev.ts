import { resolve } from 'node:path'
import { createAdaptorServer } from '@hono/node-server'
import { createServer } from 'vite'
import type { Result } from '../shared/result/result.ts'
import { authSecret } from '../sync-server/account/auth-secret.ts'
import { createApp } from '../sync-server/app.ts'
import { readConfig } from '../sync-server/config.ts'
import { prepareDataDirectory } from '../sync-server/data-directory.ts'
import { jsonLog } from '../sync-server/log.ts'
import { nodePlatform } from '../sync-server/node-platform.ts'
import { openCoach } from '../sync-server/open-coach.ts'
import { openStore } from '../sync-server/open-store.ts'

// `npm run dev`: Vite serves the app with hot reload and sends /api on to the server's own routes.
const config = orThrow(readConfig({ ...process.env, PORT: undefined }, resolve(import.meta.dirname, '..')))
orThrow(await prepareDataDirectory(config.dataDir))
const log = jsonLog(
  (line) => process.stdout.write(line),
  () => new Date(),
)
const store = orThrow(await openStore(config, log))
const secret = orThrow(await authSecret(config.authSecret, config.dataDir))
const app = createApp({
  files: new Map(),
  version: 'development',
  log,
  store,
  authSecret: secret,
  signUp: config.signUp,
  origins: config.origins,
  quotaBytes: config.quotaBytes,
  agent: await openCoach(config.coach, { secret, fetch, now: nodePlatform.now }),
  ...nodePlatform,
})
const api = createAdaptorServer({ fetch: app.hono.fetch })
await new Promise<void>((resolve) => api.listen(0, '127.0.0.1', resolve))
const address = api.address()
if (typeof address !== 'object' || address === null) throw new Error('the API is not listening on a port')

const vite = await createServer({
  server: {
    port: Number(process.env['PORT'] ?? 5173),
    host: process.env['HOST'] ?? 'localhost',
    proxy: { '/api': `http://127.0.0.1:${address.port}`, '^/share$': `http://127.0.0.1:${address.port}` },
  },
})
await vite.listen()
vite.printUrls()
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  // Requests under way are not worth waiting for: whoever develops starts again.
  process.on(signal, () => void store.close().then(() => process.exit(0)))
}

function orThrow<Value>(result: Result<Value, unknown>): Value {
  if (result.ok) return result.value
  throw new Error(`cannot start: ${String(result.failure)}`)
}
