import type { Page } from '@playwright/test'
import { ROUTES } from '../web/app/routes.ts'
import { beginWith } from './support/first-start.ts'
import { expect, test } from './support/test.ts'

const tile = (page: Page, metric: string) => page.getByRole('button', { name: new RegExp(`^${metric}\\b`) })
const sheet = (page: Page) => page.getByRole('dialog')
const field = (page: Page) => sheet(page).getByRole('textbox')

async function openToday(page: Page): Promise<void> {
  await page.goto('/?day=2026-11-23')
  await expect(page.locator('[data-ready]')).toBeVisible()
}

async function logWeight(page: Page, text: string): Promise<void> {
  await tile(page, 'Weight').click()
  await field(page).fill(text)
  await expect(sheet(page).getByText(`${text} kg saved on this device`)).toBeVisible()
  await sheet(page).getByRole('button', { name: 'Done' }).click()
  await expect(sheet(page)).toHaveCount(0)
}

test.describe('on a set day', () => {
  test.beforeEach(async ({ context }) => {
    await context.clock.setFixedTime(new Date('2026-11-23T10:00:00+01:00'))
  })

  test('what is typed in one tab appears in the other', async ({ page, context }) => {
    await openToday(page)
    const other = await context.newPage()
    await openToday(other)
    await logWeight(page, '74.6')
    await expect(tile(other, 'Weight')).toContainText('74.6 kg')
    await logWeight(other, '75.2')
    await expect(tile(page, 'Weight')).toContainText('75.2 kg')
  })

  test('[D9] with no room, trouble is said at once, the text stays, and Try again saves it', async ({ page }) => {
    await page.addInitScript(() => {
      const put = IDBObjectStore.prototype.put
      IDBObjectStore.prototype.put = function (...args) {
        if (document.documentElement.dataset['full'] === 'yes') throw new DOMException('full', 'QuotaExceededError')
        return put.apply(this, args)
      }
    })
    await openToday(page)
    const setFull = (full: string) =>
      page.evaluate((value) => {
        document.documentElement.dataset['full'] = value
      }, full)
    await tile(page, 'Weight').click()
    await setFull('yes')
    await field(page).fill('74.6')
    await expect(sheet(page).getByText('There is no room left on this device')).toBeVisible()
    await expect(field(page)).toHaveValue('74.6')
    const trouble = page.getByRole('alert').filter({ hasText: 'Not saved' })
    await expect(trouble).toBeAttached()
    await sheet(page).getByRole('button', { name: 'Done' }).click()
    await expect(trouble).toBeVisible()
    await setFull('no')
    await trouble.getByRole('button', { name: 'Try again' }).click()
    await expect(trouble).toHaveCount(0)
    await page.reload()
    await expect(tile(page, 'Weight')).toContainText('74.6 kg')
  })

  test('a clock that falls back by a year makes no edit lose', async ({ page }) => {
    await openToday(page)
    await logWeight(page, '74.6')
    await page.clock.setFixedTime(new Date('2025-11-23T10:00:00+01:00'))
    await page.goto('/')
    await expect(page.locator('[data-ready]')).toBeVisible()
    await logWeight(page, '80.1')
    await page.reload()
    await expect(tile(page, 'Weight')).toContainText('80.1 kg')
    await page.clock.setFixedTime(new Date('2026-11-23T11:00:00+01:00'))
    await openToday(page)
    await expect(tile(page, 'Weight')).toContainText('74.6 kg')
  })
})

test.describe('where a browser refuses service workers', () => {
  test.use({ serviceWorkers: 'block' })

  test('the app works and says so in plain words', async ({ page }) => {
    await page.clock.setFixedTime(new Date('2026-11-23T10:00:00+01:00'))
    await openToday(page)
    await expect(page.getByText('This browser does not let OwnIt work without a network.')).toBeVisible()
    await expect(page.getByText(/TypeError|undefined|reading/)).toHaveCount(0)
    await logWeight(page, '74.6')
    await page.reload()
    await expect(tile(page, 'Weight')).toContainText('74.6 kg')
  })
})

test('a server that goes away while the app is still being fetched leaves what is there at work', async ({
  page,
  server,
  problems,
}) => {
  // What React says of a part that is not there; anything uncaught still fails the test.
  problems.allow(/^console: (?:Failed to load resource|TypeError: Failed to fetch|Error: Unable to preload CSS)/)
  const missing = page.waitForEvent('console', (message) => message.text().includes('missing until the next start'))
  // What is fetched once the page has settled is asked of a server that is gone, however soon that is.
  const gone = Promise.withResolvers<void>()
  await page.route(/\/assets\/(?:Background|UpdatePrompt)-/, async (route) => {
    await gone.promise
    await route.continue()
  })
  await page.goto(`${server.url}/?log=weight`)
  await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused()
  await server.stop()
  gone.resolve()
  await missing
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
  await expect(page.getByRole('button', { name: /^Weight/ })).toBeVisible()
})

test('no route is wider than a screen of 320 pixels', async ({ page, baseURL }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await beginWith(page, baseURL ?? '', 'sample')
  for (const { path } of ROUTES) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
    await page.waitForLoadState('networkidle')
    expect.soft(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(320)
  }
})
