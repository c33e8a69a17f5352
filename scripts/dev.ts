import { randomUUID } from 'node:crypto'
import { createAdaptorServer } from '@hono/node-server'
import { createServer } from 'vite'
import { createApp } from '../sync-server/app.ts'
import { jsonLog } from '../sync-server/log.ts'

// `npm run dev`: Vite serves the app with hot reload and sends /api on to the server's own routes.
const api = createAdaptorServer({
  fetch: createApp({
    files: new Map(),
    version: 'development',
    log: jsonLog(
      (line) => process.stdout.write(line),
      () => new Date(),
    ),
    newRequestId: randomUUID,
    monotonicMs: () => performance.now(),
  }).fetch,
})
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
  // Nothing here is worth waiting for: both servers only read.
  process.on(signal, () => process.exit(0))
}
