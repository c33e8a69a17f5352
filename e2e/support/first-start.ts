import type { Page } from '@playwright/test'

/** From the welcome screen of a new profile into the app, with about 400 days of sample data or with none. Ends where the choice leads. */
export async function beginWith(page: Page, origin: string, filling: 'sample' | 'empty'): Promise<void> {
  await page.goto(`${origin}/welcome`)
  if (filling === 'sample') {
    await page.getByRole('button', { name: /sample data/i }).click()
    await page.waitForURL(`${origin}/`)
  } else {
    await page.getByRole('button', { name: /import a file/i }).click()
    await page.waitForURL(`${origin}/import`)
  }
}
