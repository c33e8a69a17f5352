import type { Handler } from 'hono'
import { chooseEncoding } from '../accept-encoding.ts'
import type { StaticFile } from './load-files.ts'

/** Vite puts a hash of the content into these names, so what one holds never changes. */
const HASHED = /^\/assets\//

/** Answers GET and HEAD with the files of the built app; a path without an ending is a screen and gets `/index.html`. */
export function serveFiles(files: ReadonlyMap<string, StaticFile>): Handler {
  return (context) => {
    const { method, path } = context.req
    if (method !== 'GET' && method !== 'HEAD') return context.text('Method not allowed', 405, { Allow: 'GET, HEAD' })
    const file = files.get(path) ?? (isScreen(path) ? files.get('/index.html') : undefined)
    if (file === undefined) return context.text('Not found', 404, { 'Cache-Control': 'no-store' })

    const encoding = chooseEncoding(context.req.header('accept-encoding'), new Set(file.encoded.keys()))
    const body = (encoding === undefined ? undefined : file.encoded.get(encoding)) ?? file.body
    const etag = `"${file.hash}${encoding === undefined ? '' : `-${encoding}`}"`
    const headers = new Headers({
      'Cache-Control': HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
      ETag: etag,
    })
    if (file.encoded.size > 0) headers.set('Vary', 'Accept-Encoding')
    if (namesTag(context.req.header('if-none-match'), etag)) return new Response(null, { status: 304, headers })
    headers.set('Content-Type', file.contentType)
    headers.set('Content-Length', String(body.byteLength))
    // Every file is small; a request for a part of one gets the whole, as the standard allows.
    headers.set('Accept-Ranges', 'none')
    if (encoding !== undefined) headers.set('Content-Encoding', encoding)
    return new Response(method === 'HEAD' ? null : body, { headers })
  }
}

/**
 * Whether a path that is no file is a screen of the app, to be answered with its page. A missing script must be missing: the
 * page in its place would fail later, and be cached under that name.
 */
export function isScreen(path: string): boolean {
  return !path.slice(path.lastIndexOf('/')).includes('.') && !HASHED.test(path)
}

function namesTag(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false
  return ifNoneMatch.split(',').some((part) => part.trim() === '*' || part.trim().replace(/^W\//, '') === etag)
}
