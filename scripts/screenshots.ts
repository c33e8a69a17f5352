import { mkdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import { AppServer } from '../e2e/support/app-server.ts'
import { BROWSER_ARGS } from '../e2e/support/browser-args.ts'
import { beginWith } from '../e2e/support/first-start.ts'
import { ROUTES } from '../web/app/routes.ts'
import { buildIfStale } from './build/build-if-stale.ts'
import { ensureChromium } from './chromium/install.ts'
import { ROOT } from './run-tool.ts'

// `npm run screenshots`: every route on a phone and a desktop, light and dark, empty and with sample data, into
// screenshots/. `-- --full` takes whole pages; `-- --manifest` takes the two pictures that the manifest shows.

const SIZES = [
  { name: 'phone', width: 390, height: 844 },
  { name: 'desktop', width: 1280, height: 800 },
] as const
const THEMES = ['light', 'dark'] as const
const FILLINGS = ['sample', 'empty'] as const

/** Every route, and the parts of the one that has parts. */
const PLACES = [
  ...ROUTES.map(({ path }) => path),
  ...['ahead', 'changes', 'compare', 'trials', 'report'].map((part) => `/insights?view=${part}`),
]

const folder = join(ROOT, 'screenshots')
const manifestFolder = join(ROOT, 'web/public/screenshots')
const fullPage = process.argv.includes('--full')

await buildIfStale()
const server = new AppServer(join(tmpdir(), `ownit-screenshots-${process.pid}`))
await server.start()
const browser = await chromium.launch({ executablePath: ensureChromium(console.error), args: [...BROWSER_ARGS] })
try {
  if (process.argv.includes('--manifest')) await takeManifestPictures(browser)
  else await takeAll(browser)
} finally {
  await browser.close()
  await server.stop()
}

async function takeAll(browser: Browser): Promise<void> {
  await rm(folder, { recursive: true, force: true })
  for (const theme of THEMES) {
    for (const filling of FILLINGS) {
      const page = await openApp(browser, theme, filling)
      for (const size of SIZES) {
        const into = join(folder, `${size.name}-${theme}`)
        await mkdir(into, { recursive: true })
        await page.setViewportSize(size)
        for (const path of PLACES) {
          await show(page, path)
          const name = path === '/' ? 'today' : path.slice(1).replace('?view=', '-')
          await page.screenshot({ path: join(into, `${name}-${filling}.png`), fullPage })
        }
        await askCoach(page)
        await page.screenshot({ path: join(into, `coach-asked-${filling}.png`) })
      }
      await page.context().close()
      console.log(`${theme}, ${filling}: ${SIZES.length * (PLACES.length + 1)} pictures`)
    }
  }
  console.log(`All in ${folder}`)
}

/** The coach with a conversation: after the first size it has one already. */
async function askCoach(page: Page): Promise<void> {
  await show(page, '/coach')
  if ((await page.getByRole('article').count()) > 0) return
  for (const question of ['How am I doing?', 'Why?', 'What should I try next?']) {
    await page.getByRole('textbox', { name: 'Your question' }).fill(question)
    await page.keyboard.press('Enter')
    await page.getByRole('article').filter({ hasText: question }).last().waitFor()
  }
  await page.waitForTimeout(400)
}

async function takeManifestPictures(browser: Browser): Promise<void> {
  await mkdir(manifestFolder, { recursive: true })
  const page = await openApp(browser, 'light', 'sample')
  const [phone, desktop] = SIZES
  await page.setViewportSize(phone)
  await show(page, '/')
  // Today has no value yet.
  await page.getByRole('button', { name: 'Previous day' }).click()
  await page.waitForTimeout(400)
  await page.screenshot({ path: join(manifestFolder, 'today-phone.png') })
  await page.setViewportSize(desktop)
  await show(page, '/history')
  await page.screenshot({ path: join(manifestFolder, 'history-desktop.png') })
}

async function openApp(browser: Browser, theme: 'light' | 'dark', filling: 'sample' | 'empty'): Promise<Page> {
  const context = await browser.newContext({
    colorScheme: theme,
    locale: 'en-GB',
    reducedMotion: 'reduce',
    viewport: SIZES[0],
  })
  // The notice that the app can be used offline would lie over the pictures.
  await context.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'))
  const page = await context.newPage()
  page.on('pageerror', (error) => {
    console.error(`Uncaught on ${page.url()}: ${error.message}`)
    process.exitCode = 1
  })
  await beginWith(page, server.url, filling)
  return page
}

/** Goes there and waits until nothing on it is still loading. */
async function show(page: Page, path: string): Promise<void> {
  await page.goto(server.url + path, { waitUntil: 'networkidle' })
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  // Insights are worked out while their place is held.
  await page.waitForFunction(() => document.querySelector('main [aria-busy="true"]') === null)
  // The insights of sample data are a second's work of a worker that starts late.
  await page.waitForFunction(() => document.querySelector('main [aria-busy="true"]') === null)
  // Live queries answer and charts draw after the first paint.
  await page.waitForTimeout(400)
}
