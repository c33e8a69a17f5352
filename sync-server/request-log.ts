import type { MiddlewareHandler } from 'hono'
import type { Log } from './log.ts'
import type { RequestVariables } from './security/request-id.ts'

const PATH_KEPT = 120

/** One line a request: method, path without its query, status, duration. Nothing of who asked. */
export function requestLog(log: Log, monotonicMs: () => number): MiddlewareHandler<RequestVariables> {
  return async (context, next) => {
    const start = monotonicMs()
    await next()
    const { status } = context.res
    log(status >= 500 ? 'error' : 'info', 'request', {
      requestId: context.get('requestId'),
      method: context.req.method,
      path: context.req.path.slice(0, PATH_KEPT),
      status,
      ms: Math.round((monotonicMs() - start) * 10) / 10,
    })
  }
}
