import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { healthRoutes } from './health/health.ts'
import type { Log } from './log.ts'
import { requestLog } from './request-log.ts'
import { securityHeaders } from './security/headers.ts'
import { type RequestVariables, requestId } from './security/request-id.ts'
import type { StaticFile } from './static/load-files.ts'
import { serveFiles } from './static/serve-files.ts'

export interface AppDependencies {
  readonly files: ReadonlyMap<string, StaticFile>
  readonly version: string
  readonly log: Log
  readonly newRequestId: () => string
  readonly monotonicMs: () => number
}

/** The largest body an API request may have, in bytes. */
export const API_BODY_LIMIT = 1024 * 1024

/** Puts the server together. Everything it needs from outside is passed in. */
export function createApp({ files, version, log, newRequestId, monotonicMs }: AppDependencies): Hono<RequestVariables> {
  const app = new Hono<RequestVariables>()
  app.use(requestId(newRequestId))
  app.use(requestLog(log, monotonicMs))
  app.use(securityHeaders)

  app.use(
    '/api/*',
    bodyLimit({ maxSize: API_BODY_LIMIT, onError: (context) => context.json({ error: 'body too large' }, 413) }),
  )
  app.route('/api/health', healthRoutes(version))
  app.all('/api', (context) => context.json({ error: 'not found' }, 404))
  app.all('/api/*', (context) => context.json({ error: 'not found' }, 404))

  // A shared file is taken by the service worker and never leaves the device. Where none runs yet, the file is not read:
  // the wizard opens and asks for it.
  app.post('/share', (context) => context.redirect('/import', 303))
  app.all('*', serveFiles(files))

  app.onError((error, context) => {
    log('error', 'request failed', { requestId: context.get('requestId'), error: error.stack ?? error.message })
    return context.json({ error: 'internal error', requestId: context.get('requestId') }, 500)
  })
  return app
}
