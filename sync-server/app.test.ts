import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { API_BODY_LIMIT } from './app.ts'
import { type AppUnderTest, appUnderTest } from './app-under-test.ts'
import { loadFiles } from './static/load-files.ts'

const PAGE = '<!doctype html><title>OwnIt</title>'
const SCRIPT = 'console.log("ready")'

let folder: string
let server: AppUnderTest
let app: AppUnderTest['app']['hono']

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ownit-static-'))
  await writeFile(join(folder, 'secret.txt'), 'outside')
  const web = join(folder, 'dist')
  await mkdir(join(web, 'assets'), { recursive: true })
  await writeFile(join(web, 'index.html'), PAGE)
  await writeFile(join(web, 'sw.js'), SCRIPT)
  await writeFile(join(web, '.built-from'), 'outside')
  await writeFile(join(web, '_headers'), 'outside')
  await writeFile(join(web, 'manifest.webmanifest'), '{}')
  await writeFile(join(web, 'assets/index-abc.js'), SCRIPT)
  await writeFile(join(web, 'assets/index-abc.js.br'), brotliCompressSync(SCRIPT))
  await writeFile(join(web, 'assets/index-abc.js.gz'), gzipSync(SCRIPT))
  server = appUnderTest({ files: await loadFiles(web), newRequestId: () => 'request-1' })
  app = server.app.hono
})
afterAll(async () => {
  await server.store.close()
  await rm(folder, { recursive: true })
})

const get = async (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  app.request(path, { headers, method })

describe('the API', () => {
  it('says that it is up, and its version', async () => {
    const response = await get('/api/health')
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual({ status: 'ok', version: '1.2.3' })
    expect(response.headers.get('cache-control')).toBe('no-store')
  })

  it.each(['/api', '/api/', '/api/nothing', '/api/health/x'])('answers %s, which is unknown, in JSON', async (path) => {
    const response = await get(path)
    expect(response.status).toBe(404)
    expect(await response.json()).toEqual({ error: 'not found' })
  })

  it('refuses a body over its limit', async () => {
    const request = (bytes: number) =>
      app.request('/api/x', {
        method: 'POST',
        body: new Uint8Array(bytes),
        headers: { 'content-length': String(bytes) },
      })
    expect((await request(API_BODY_LIMIT)).status).toBe(404)
    expect((await request(API_BODY_LIMIT + 1)).status).toBe(413)
  })
})

describe('the built app', () => {
  it.each(['/', '/history', '/settings', '/index.html', '/some/where'])('answers %s with the page', async (path) => {
    const response = await get(path)
    expect(response.status).toBe(200)
    expect(await response.text()).toBe(PAGE)
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(response.headers.get('cache-control')).toBe('no-cache')
  })

  it.each(['/assets/gone-123.js', '/assets/gone', '/missing.js', '/icon.png', '/assets/'])(
    'answers %s, which does not exist, with 404 and not the page',
    async (path) => {
      const response = await get(path)
      expect(response.status).toBe(404)
      expect(await response.text()).toBe('Not found')
    },
  )

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/..%5csecret.txt',
    '//secret.txt',
    '/.built-from',
    '/_headers',
  ])('gives nothing away that is not the app: %s', async (path) => {
    expect(await (await get(path)).text()).not.toContain('outside')
  })

  it('lets a hashed asset be kept for a year, and asks again for everything else', async () => {
    expect((await get('/assets/index-abc.js')).headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    for (const path of ['/', '/sw.js', '/manifest.webmanifest'])
      expect((await get(path)).headers.get('cache-control')).toBe('no-cache')
  })

  it('sends the brotli or gzip made by the build to who accepts it', async () => {
    const read = async (accept: string) => {
      const response = await get('/assets/index-abc.js', { 'accept-encoding': accept })
      expect(response.headers.get('vary')).toBe('Accept-Encoding')
      expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
      return { encoding: response.headers.get('content-encoding'), bytes: Buffer.from(await response.arrayBuffer()) }
    }
    const brotli = await read('gzip, deflate, br')
    expect(brotli.encoding).toBe('br')
    expect(brotliDecompressSync(brotli.bytes).toString()).toBe(SCRIPT)
    const gzip = await read('gzip')
    expect(gzip.encoding).toBe('gzip')
    expect(gunzipSync(gzip.bytes).toString()).toBe(SCRIPT)
    const plain = await read('identity')
    expect(plain.encoding).toBeNull()
    expect(plain.bytes.toString()).toBe(SCRIPT)
  })

  it('does not offer the compressed twins as files', async () => {
    expect((await get('/assets/index-abc.js.br')).status).toBe(404)
  })

  it('answers 304 to who has it, each encoding having a tag of its own', async () => {
    const plain = (await get('/assets/index-abc.js')).headers.get('etag') ?? ''
    const brotli = (await get('/assets/index-abc.js', { 'accept-encoding': 'br' })).headers.get('etag') ?? ''
    expect(plain).not.toBe(brotli)
    for (const tag of [plain, `"other", W/${plain}`, '*']) {
      const again = await get('/assets/index-abc.js', { 'if-none-match': tag })
      expect(again.status).toBe(304)
      expect(await again.text()).toBe('')
      expect(again.headers.get('etag')).toBe(plain)
    }
    expect((await get('/assets/index-abc.js', { 'if-none-match': brotli })).status).toBe(200)
  })

  it('answers HEAD with the headers alone, and a range with the whole', async () => {
    const head = await get('/assets/index-abc.js', {}, 'HEAD')
    expect(head.status).toBe(200)
    expect(head.headers.get('content-length')).toBe(String(SCRIPT.length))
    expect(await head.text()).toBe('')
    const part = await get('/assets/index-abc.js', { range: 'bytes=0-3' })
    expect(part.status).toBe(200)
    expect(await part.text()).toBe(SCRIPT)
  })

  it('takes no other method', async () => {
    const response = await get('/', {}, 'DELETE')
    expect(response.status).toBe(405)
    expect(response.headers.get('allow')).toBe('GET, HEAD')
  })

  it('sends a file shared before the service worker runs to the wizard', async () => {
    const body = new FormData()
    body.set('file', new File(['date,weight'], 'weights.csv'))
    const response = await app.request('/share', { method: 'POST', body })
    expect(response.status).toBe(303)
    expect(response.headers.get('location')).toBe('/import')
  })
})

describe('security headers', () => {
  it.each(['/', '/apis', '/assets/gone.js', '/assets/index-abc.js'])('are on %s', async (path) => {
    const { headers } = await get(path)
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'self'")
    expect(policy).toContain("script-src 'self';")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).toContain("require-trusted-types-for 'script'")
    expect(policy).not.toMatch(/unsafe|\*/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
    expect(headers.get('x-request-id')).toBe('request-1')
  })

  it.each(['/api', '/api/health', '/api/nothing'])(
    'let an answer of the API do nothing as a page: %s',
    async (path) => {
      const { headers } = await get(path)
      expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'")
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('x-request-id')).toBe('request-1')
    },
  )

  it('ask for HTTPS only where the page came by HTTPS', async () => {
    expect((await get('/')).headers.get('strict-transport-security')).toBeNull()
    expect((await get('/', { 'x-forwarded-proto': 'https' })).headers.get('strict-transport-security')).not.toBeNull()
  })
})

describe('the log', () => {
  it('has one JSON line a request and nothing of who asked', async () => {
    const { lines } = server
    lines.length = 0
    await get('/history?weight=81.5', { 'user-agent': 'Browser/1', 'x-forwarded-for': '10.1.2.3', cookie: 'a=b' })
    expect(lines).toHaveLength(1)
    expect(JSON.parse(lines[0] ?? '')).toEqual({
      time: '1970-01-01T00:00:00.000Z',
      level: 'info',
      message: 'request',
      requestId: 'request-1',
      method: 'GET',
      path: '/history',
      status: 200,
      ms: 0,
    })
  })
})
