import { type BrowserContextOptions, expect, type Page } from '@playwright/test'
import { test as base } from './test.ts'

interface Devices {
  /** A page of another device: a profile of its own. */
  readonly openDevice: (options?: BrowserContextOptions) => Promise<Page>
}

export const test = base.extend<Devices>({
  openDevice: async ({ browser, problems }, use) => {
    const opened: (() => Promise<void>)[] = []
    await use(async (options) => {
      const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/Berlin', ...options })
      problems.watch(context)
      opened.push(() => context.close())
      return context.newPage()
    })
    for (const close of opened) await close()
  },
})

const sheet = (page: Page) => page.getByRole('dialog')

/** The tile of a metric on Today. */
export const tile = (page: Page, metric: string) => page.getByRole('button', { name: new RegExp(`^${metric}\\b`) })

/** Today as it is: what synchronises needs the real time. */
export async function openToday(page: Page, origin: string): Promise<void> {
  // Past the welcome, whether or not something is there already.
  await page.goto(`${origin}/welcome`)
  await page.getByRole('button', { name: 'Log today' }).click()
  await expect(sheet(page)).toBeVisible()
  await sheet(page).getByRole('button', { name: 'Done' }).click()
  await expect(sheet(page)).toHaveCount(0)
}

/** Types a value on Today and leaves when it is saved on the device. `words`: how it is shown. */
export async function logValue(page: Page, metric: string, text: string, words: string): Promise<void> {
  await tile(page, metric).click()
  await sheet(page).getByRole('textbox').fill(text)
  await expect(sheet(page).getByText(`${words} saved on this device`)).toBeVisible()
  await sheet(page).getByRole('button', { name: 'Done' }).click()
  await expect(sheet(page)).toHaveCount(0)
}
