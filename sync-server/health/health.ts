import { Hono } from 'hono'

/** `GET /api/health` answers `{ status: 'ok', version }` while the server takes requests. */
export function healthRoutes(version: string): Hono {
  return new Hono().get('/', (context) => {
    context.header('Cache-Control', 'no-store')
    return context.json({ status: 'ok', version })
  })
}
