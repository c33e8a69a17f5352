import type { Page } from '@playwright/test'
import { ROUTES } from '../web/app/routes.ts'
import { buildMarked } from './support/build.ts'
import { readyForOffline } from './support/service-worker.ts'
import { tabTo } from './support/tab-to.ts'
import { expect, test } from './support/test.ts'

const entryOf = (page: Page) => page.locator('script[type="module"][src]')

const findUpdate = (page: Page) =>
  page.evaluate(async () => {
    await (await navigator.serviceWorker.ready).update()
  })

const keptBuilds = (page: Page) =>
  page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith('build-')).length)

/** Goes to each route by its link's own means, without loading the page anew, so lazy chunks are fetched by this build. */
async function walkRoutes(page: Page): Promise<void> {
  for (const { path } of ROUTES) {
    await page.evaluate((to) => history.pushState(null, '', to), path)
    await expect(page.getByRole('heading', { level: 1 }).first(), path).toBeVisible()
    await expect(page.getByText('could not be shown')).toHaveCount(0)
  }
}

test('an update in one of two tabs leaves the other working on its own files until it moves too', async ({
  page: moving,
  context,
  server,
}, testInfo) => {
  test.setTimeout(120_000)
  const nextDir = testInfo.outputPath('next')
  await buildMarked(nextDir, '.next')

  await moving.goto(`${server.url}/`)
  await readyForOffline(moving)
  const staying = await context.newPage()
  await staying.goto(`${server.url}/`)
  const entry = (await entryOf(staying).getAttribute('src')) ?? ''
  expect(entry).not.toContain('.next')

  // From here on the server has no file of the old build any more.
  await server.stop()
  await server.start(nextDir)
  expect(await (await context.request.get(server.url + entry)).text()).toBe('Not found')
  // Nor has the browser's own cache, which may drop any file any time.
  await (await context.newCDPSession(moving)).send('Network.clearBrowserCache')

  await findUpdate(moving)
  await expect(moving.getByText('A new version is ready')).toBeVisible({ timeout: 30_000 })
  await expect(staying.getByText('A new version is ready')).toBeVisible({ timeout: 30_000 })
  // By keyboard: the offer is on the way of Tab, and Enter takes it.
  await tabTo(moving, moving.getByRole('button', { name: 'Use it now' }))
  await moving.keyboard.press('Enter')
  await expect(entryOf(moving)).toHaveAttribute('src', /\.next/)

  await expect(entryOf(staying)).toHaveAttribute('src', entry)
  await walkRoutes(staying)
  await walkRoutes(moving)
  // Any page that starts has the files of builds nobody runs deleted. The staying tab runs the old one.
  await moving.reload()
  await expect(entryOf(moving)).toHaveAttribute('src', /\.next/)
  await moving.waitForTimeout(1000)
  expect(await keptBuilds(moving)).toBe(2)
  await server.stop()
  await walkRoutes(staying)

  await server.start(nextDir)
  await staying.getByRole('button', { name: 'Use it now' }).click()
  await expect(entryOf(staying)).toHaveAttribute('src', /\.next/)
  await expect.poll(() => keptBuilds(staying)).toBe(1)
  await walkRoutes(staying)
})
