import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from '@playwright/test'

const DIST = join(import.meta.dirname, '../web/dist')
const SERVICE_WORKER_BUDGET = 20 * 1024
/** docs/decisions/0011-background-engine.md */
const BACKGROUND_ENGINE_BUDGET = 60 * 1024

const scripts = async () =>
  (await readdir(DIST, { recursive: true })).filter((name) => name.endsWith('.js')).map((name) => join(DIST, name))

test('the service worker is within its budget, gzipped', async () => {
  const size = gzipSync(await readFile(join(DIST, 'sw.js')), { level: 9 }).byteLength
  expect(size).toBeLessThanOrEqual(SERVICE_WORKER_BUDGET)
})

test('what the service worker runs in the background is one script, within its budget, gzipped', async () => {
  const engines = (await scripts()).filter((name) => name.includes('background-engine-'))
  expect(engines).toHaveLength(1)
  const size = gzipSync(await readFile(engines[0] ?? ''), { level: 9 }).byteLength
  expect(size).toBeLessThanOrEqual(BACKGROUND_ENGINE_BUDGET)
})

test('the page has no inline script or style, which its policy would block', async () => {
  const html = await readFile(join(DIST, 'index.html'), 'utf8')
  for (const [tag] of html.matchAll(/<script\b[^>]*>/g)) expect(tag).toContain('src=')
  expect(html).not.toMatch(/<style\b|\son\w+=|\sstyle=/)
  // One, because a page tells the service worker by it which build it runs.
  expect(html.match(/<script type="module"[^>]* src="\/assets\//g)).toHaveLength(1)
})

test('the service worker stores every script and style of the build', async () => {
  const worker = await readFile(join(DIST, 'sw.js'), 'utf8')
  const assets = (await readdir(join(DIST, 'assets'))).filter((name) => /\.(?:js|css)$/.test(name))
  expect(assets.length).toBeGreaterThan(1)
  for (const name of assets) expect(worker, name).toContain(`assets/${name}`)
  expect(worker).toContain('index.html')
})

test('nothing in the build needs eval', async () => {
  for (const file of await scripts()) {
    const text = await readFile(file, 'utf8')
    expect(text, file).not.toMatch(/\beval\(/)
  }
})

test('each script over a kilobyte has its brotli and gzip', async () => {
  const files = new Set(await readdir(DIST, { recursive: true }))
  for (const file of await scripts()) {
    if ((await readFile(file)).byteLength < 1024) continue
    const name = file.slice(DIST.length + 1)
    expect(files.has(`${name}.br`) && files.has(`${name}.gz`), name).toBe(true)
  }
})
