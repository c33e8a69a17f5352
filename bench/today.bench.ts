import type { Page } from '@playwright/test'
import { skipWelcome } from './app-driver.ts'
import type { Bench } from './bench.ts'
import { median } from './statistics.ts'
import { tenYears } from './ten-years-profile.ts'

const WARM_UP = 3
const RUNS = 15

/** How long Today takes to be ready with ten years of data, over how long it takes with none, opened in turns. */
export const todayBench: Bench = async (browser) => {
  const empty = await browser.profile('empty')
  await skipWelcome(empty.page, browser.url)
  const full = await tenYears(browser)
  const times = { empty: [] as number[], full: [] as number[] }
  for (let run = -WARM_UP; run < RUNS; run += 1) {
    const without = await readyAfter(empty.page, browser.url)
    const withAll = await readyAfter(full.page, browser.url)
    if (run < 0) continue
    times.empty.push(without)
    times.full.push(withAll)
  }
  await Promise.all([empty.context.close(), full.context.close()])
  const [none, all] = [median(times.empty), median(times.full)]
  return [
    {
      name: 'today-ten-years-over-empty',
      value: all / none,
      detail: `${all.toFixed(0)} ms over ${none.toFixed(0)} ms`,
    },
  ]
}

async function readyAfter(page: Page, url: string): Promise<number> {
  await page.goto(url)
  const handle = await page.waitForFunction(() => performance.getEntriesByName('today-ready')[0]?.startTime)
  return Number(await handle.jsonValue())
}
