import type { MiddlewareHandler } from 'hono'
import { cameByHttps } from './origin.ts'

/** What pages may load and do: our own files, nothing inline, no eval, no framing. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "media-src 'self'",
  "object-src 'none'",
  "frame-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  // Strings become neither code nor markup; web/app/trusted-types.ts makes the one policy, for our own workers.
  "require-trusted-types-for 'script'",
  'trusted-types default',
].join('; ')

type Header = readonly [name: string, value: string]

/** On every page and file, those included that others hand out for us. */
export const SECURITY_HEADERS: readonly Header[] = [
  ['Content-Security-Policy', CONTENT_SECURITY_POLICY],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
  ['Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()'],
  ['Referrer-Policy', 'no-referrer'],
  ['X-Content-Type-Options', 'nosniff'],
  // For browsers that do not know frame-ancestors.
  ['X-Frame-Options', 'DENY'],
]

/**
 * On answers of the API. None is a page: opened as one it does nothing, so what else a page may do need not be said. The
 * headers of pages are half a kilobyte, twice what answers an edit.
 */
const API_HEADERS: readonly Header[] = [
  ['Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'"],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
  ['X-Content-Type-Options', 'nosniff'],
]

/** Where the page came by HTTPS alone. */
export const STRICT_TRANSPORT_SECURITY: Header = ['Strict-Transport-Security', 'max-age=31536000']

/** Puts the security headers on every response, errors included. Strict-Transport-Security only where the page came by HTTPS. */
export const securityHeaders: MiddlewareHandler = async (context, next) => {
  await next()
  const isApi = context.req.path === '/api' || context.req.path.startsWith('/api/')
  for (const [name, value] of isApi ? API_HEADERS : SECURITY_HEADERS) context.res.headers.set(name, value)
  if (cameByHttps(context)) context.res.headers.set(...STRICT_TRANSPORT_SECURITY)
}
