import { readdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { CivilDate } from '../shared/calendar/civil-date.ts'
import { ROUTES } from '../web/app/routes.ts'
import { importCsv, isReady } from './app-driver.ts'
import type { Bench } from './bench.ts'
import type { BenchBrowser } from './browser.ts'
import { coachScripts } from './coach/coach-scripts.ts'
import { yearsOfCsv } from './ten-years.ts'

const DIST = resolve(import.meta.dirname, '../web/dist')
const DAYS = yearsOfCsv('2026-11-22' as CivilDate, 30)

/**
 * What a first visit loads before its screen is there, in KiB after gzip. What the shell fetches once the screen stands
 * (the write path, other screens, the service worker) is not in it; it is in the detail.
 */
export const sizeBench: Bench = async (browser) => {
  const visits = []
  for (const { path } of ROUTES) visits.push(await visit(browser, path))
  const today = visits.find(({ path }) => path === '/')
  if (today === undefined) throw new Error('Today is no route')
  const scripts = only(today.before, '.js')
  const own = await Promise.all(
    visits.map(async ({ path, before }) => ({
      path,
      kib: await kibOf(only(before, '.js').filter((file) => !scripts.includes(file) && !today.after.includes(file))),
    })),
  )
  const largest = own.reduce((a, b) => (b.kib > a.kib ? b : a))
  const later = await kibOf(only(today.after, '.js'))
  const coach = await coachScripts(browser, DAYS)
  return [
    { name: 'today-javascript', value: await kibOf(scripts), detail: `and ${later.toFixed(1)} KiB once it is ready` },
    { name: 'today-css', value: await kibOf(only(today.before, '.css')) },
    { name: 'largest-route-javascript', value: largest.kib, detail: largest.path },
    {
      name: 'coach-javascript',
      value: await kibOf(coach),
      detail: `${coach.length} files, of which ${(await kibOf(coach.filter((file) => file.includes('/coach-answers')))).toFixed(1)} KiB are the worker's`,
    },
    { name: 'service-worker', value: await kibOf(['/sw.js']) },
    { name: 'background-engine', value: await kibOf(await backgroundEngine()) },
  ]
}

/** What the service worker imports as it is installed, for runs with no page open. */
async function backgroundEngine(): Promise<string[]> {
  const files = await readdir(join(DIST, 'assets'))
  return files.filter((file) => /^background-engine-.*\.js$/.test(file)).map((file) => `/assets/${file}`)
}

const only = (files: readonly string[], ending: string) => files.filter((file) => file.endsWith(ending))

interface Visit {
  readonly path: string
  /** Files asked for until the screen was there, and those asked for after it. */
  readonly before: readonly string[]
  readonly after: readonly string[]
}

/** A visit without service worker or caches, with a few days logged. */
async function visit(browser: BenchBrowser, path: string): Promise<Visit> {
  const { context, page } = await browser.profile(`size${path.replaceAll('/', '-')}`)
  await importCsv(page, browser.url, 'few.csv', DAYS)
  await page.evaluate(async () => {
    for (const registration of await navigator.serviceWorker.getRegistrations()) await registration.unregister()
  })
  await page.goto(`${browser.url}${path}`)
  await isReady(page, path)
  const ready = await page.evaluate(
    () => performance.getEntriesByName('today-ready')[0]?.startTime ?? performance.now(),
  )
  await page.waitForLoadState('networkidle')
  const files = await page.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name, startTime }) => ({ name, startTime })),
  )
  await context.close()
  const paths = (early: boolean) => [
    ...new Set(files.filter(({ startTime }) => startTime <= ready === early).map(({ name }) => new URL(name).pathname)),
  ]
  return { path, before: paths(true), after: paths(false) }
}

async function kibOf(files: readonly string[]): Promise<number> {
  const sizes = await Promise.all(
    files.map(async (file) => gzipSync(await readFile(join(DIST, file)), { level: 9 }).length),
  )
  return sizes.reduce((a, b) => a + b, 0) / 1024
}
