import type { Context, MiddlewareHandler } from 'hono'
import { PROBLEM_CODES } from '../../shared/sync/account.ts'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses what another site makes a browser send: a request that may change something must come from the server's own origin
 * or from one of `origins` (scheme, host and port). Browsers say where a request comes from, in `Origin` or, since 2020, in
 * `Sec-Fetch-Site`; who says neither is no browser and has no one's cookies to abuse.
 */
export function sameOrigin(origins: ReadonlySet<string>): MiddlewareHandler {
  return async (context, next) => {
    if (SAFE.has(context.req.method) || isOurs(context, origins)) return next()
    return context.json({ error: 'this request comes from another site', code: PROBLEM_CODES.otherOrigin }, 403)
  }
}

function isOurs(context: Context, origins: ReadonlySet<string>): boolean {
  const site = context.req.header('sec-fetch-site')
  if (site === 'cross-site') return false
  const origin = context.req.header('origin')
  if (origin === undefined) return site === undefined || site === 'same-origin' || site === 'none'
  return origins.has(origin) || isOwnOrigin(context, origin)
}

function isOwnOrigin(context: Context, origin: string): boolean {
  if (!URL.canParse(origin)) return false
  const { protocol, host } = new URL(origin)
  if (host !== new URL(context.req.url).host) return false
  // A proxy that ends TLS may not say so; a page that came by HTTPS, where that is known, is none of http:.
  return protocol === 'https:' || (protocol === 'http:' && !cameByHttps(context))
}

/** A proxy that ends TLS says so in a header. A client that forges it only restricts itself. */
export function cameByHttps(context: Context): boolean {
  return context.req.url.startsWith('https:') || context.req.header('x-forwarded-proto') === 'https'
}
