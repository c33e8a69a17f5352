import type { BrowserContext, Page } from '@playwright/test'
import { addDays, type CivilDate } from '../shared/calendar/civil-date.ts'
import { dayAt } from '../shared/calendar/day-clock.ts'
import { importCsv } from './app-driver.ts'
import type { BenchBrowser } from './browser.ts'
import { yearsOfCsv } from './ten-years.ts'

/** The day before the browser's today, so that today itself is still to be logged. */
export const yesterday = (): CivilDate => addDays(dayAt(Date.now(), { timeZone: 'Europe/Berlin', dayStart: 0 }), -1)

let filled = false

/** A profile with 3 650 days of six metrics, imported through the wizard the first time it is asked for. */
export async function tenYears(browser: BenchBrowser): Promise<{ context: BrowserContext; page: Page }> {
  const opened = await browser.profile('ten-years')
  if (!filled) {
    await importCsv(opened.page, browser.url, 'ten-years.csv', yearsOfCsv(yesterday()))
    filled = true
  }
  return opened
}
