import type { MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import type { Histogram } from 'prom-client'

/** Seconds, by what can be known of a request without knowing whose it is. */
export type RequestDurations = Histogram<'method' | 'route' | 'status'>

const METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

/**
 * Times each request until its answer begins, by method, status class and the route's pattern: a path, and what stands in
 * it, never becomes a label. An event stream is timed until it opens.
 */
export function requestMetrics(durations: RequestDurations, monotonicMs: () => number): MiddlewareHandler {
  return async (context, next) => {
    const start = monotonicMs()
    await next()
    const { method } = context.req
    durations.observe(
      {
        method: METHODS.has(method) ? method : 'other',
        // Of the handler that answered, as the one that ran last.
        route: routePath(context),
        status: `${Math.floor(context.res.status / 100)}xx`,
      },
      (monotonicMs() - start) / 1000,
    )
  }
}
