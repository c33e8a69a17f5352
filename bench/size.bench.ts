import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { CivilDate } from '../shared/calendar/civil-date.ts'
import { ROUTES } from '../web/app/routes.ts'
import { importCsv, isReady } from './app-driver.ts'
import type { Bench } from './bench.ts'
import type { BenchBrowser } from './browser.ts'
import { yearsOfCsv } from './ten-years.ts'

const DIST = resolve(import.meta.dirname, '../web/dist')

/**
 * What the page itself asks for on a first visit to each route, in KiB after gzip at its best. The service worker's own
 * downloads come later and are not the page's.
 */
export const sizeBench: Bench = async (browser) => {
  const today = await filesOf(browser, '/')
  const others = await Promise.all(
    ROUTES.filter(({ path }) => path !== '/').map(async ({ path }) => ({ path, files: await filesOf(browser, path) })),
  )
  const scripts = only(today, '.js')
  const own = await Promise.all(
    others.map(async ({ path, files }) => ({
      path,
      kib: await kibOf(only(files, '.js').filter((file) => !scripts.includes(file))),
    })),
  )
  const largest = own.reduce((a, b) => (b.kib > a.kib ? b : a))
  return [
    { name: 'today-javascript', value: await kibOf(scripts), detail: scripts.join(' ') },
    {
      name: 'css',
      value: await kibOf(
        [...new Set([today, ...others.map(({ files }) => files)].flat())].filter((f) => f.endsWith('.css')),
      ),
      detail: 'all routes together',
    },
    { name: 'largest-route-javascript', value: largest.kib, detail: largest.path },
    { name: 'service-worker', value: await kibOf(['/sw.js']) },
  ]
}

const only = (files: readonly string[], ending: string) => files.filter((file) => file.endsWith(ending))

/** The paths of the files that a page at `path` asks for until it has nothing more to ask, with a few days logged. */
async function filesOf(browser: BenchBrowser, path: string): Promise<string[]> {
  const profile = `size${path.replaceAll('/', '-')}`
  const { context, page } = await browser.profile(profile)
  await page.goto(browser.url)
  await importCsv(page, browser.url, 'few.csv', yearsOfCsv('2026-11-22' as CivilDate, 30))
  const files = new Set<string>()
  await context.route('**/*', (route) => {
    const { pathname } = new URL(route.request().url())
    if (route.request().serviceWorker() === null) files.add(pathname)
    return route.continue()
  })
  await page.evaluate(async () => {
    for (const registration of await navigator.serviceWorker.getRegistrations()) await registration.unregister()
  })
  await page.goto(`${browser.url}${path}`)
  await isReady(page, path)
  await page.waitForLoadState('networkidle')
  await context.close()
  return [...files].filter((file) => !file.startsWith('/api'))
}

async function kibOf(files: readonly string[]): Promise<number> {
  const sizes = await Promise.all(
    files.map(async (file) => gzipSync(await readFile(join(DIST, file)), { level: 9 }).length),
  )
  return sizes.reduce((a, b) => a + b, 0) / 1024
}
