import { importCsv, isReady } from '../app-driver.ts'
import type { BenchBrowser } from '../browser.ts'

/** What the coach is asked: an answer to anything takes the same files. */
const QUESTION = 'What was my average steps over the last 7 days?'
/** After the network is quiet, what a screen does later by itself has begun. */
const LATER_MS = 4000

/**
 * The paths of the scripts that the coach takes, from opening its screen to an answer of this device, and that Today, its workers
 * and all that it does later by itself would not have fetched. What only an agent or a long conversation needs is none of them.
 */
export async function coachScripts(browser: BenchBrowser, csv: string): Promise<readonly string[]> {
  const today = await scriptsOf(browser, '/', csv)
  return (await scriptsOf(browser, '/coach', csv)).filter((script) => !today.includes(script))
}

async function scriptsOf(browser: BenchBrowser, path: '/' | '/coach', csv: string): Promise<readonly string[]> {
  const { context, page } = await browser.profile(`coach-size${path.replaceAll('/', '-')}`)
  await importCsv(page, browser.url, 'few.csv', csv)
  await page.evaluate(async () => {
    for (const registration of await navigator.serviceWorker.getRegistrations()) await registration.unregister()
  })
  // Of the whole browser, because what a worker asks for is no resource of the page.
  const scripts = new Set<string>()
  context.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (request.serviceWorker() === null && pathname.startsWith('/assets/') && pathname.endsWith('.js'))
      scripts.add(pathname)
  })
  await page.goto(`${browser.url}${path}`)
  await isReady(page, path)
  if (path === '/coach') {
    await page.getByRole('textbox', { name: 'Your question' }).fill(QUESTION)
    await page.keyboard.press('Enter')
    await page.getByRole('article').filter({ hasText: 'This device' }).waitFor()
  }
  await page.waitForLoadState('networkidle')
  await page.waitForTimeout(LATER_MS)
  await context.close()
  return [...scripts]
}
