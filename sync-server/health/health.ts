import type { Route } from '../security/route.ts'

/**
 * `GET /api/health` answers `{ status: 'ok', version }` while the server takes requests, `GET /api/ready` `{ status: 'ready' }`
 * while `ready` resolves too, which is to ask the database; else 503.
 */
export function healthRoutes(version: string, ready: () => Promise<void>): readonly Route[] {
  return [
    {
      method: 'GET',
      path: '/api/health',
      authorisation: 'public',
      handle: (context) => context.json({ status: 'ok', version }),
    },
    {
      method: 'GET',
      path: '/api/ready',
      authorisation: 'public',
      handle: (context) =>
        ready().then(
          () => context.json({ status: 'ready' }),
          // Whoever watches the server asks again; what is wrong shows in the requests that fail.
          () => context.json({ status: 'not ready' }, 503, { 'Retry-After': '5' }),
        ),
    },
  ]
}
