import type { Page } from '@playwright/test'
import type { Bench } from './bench.ts'
import { longestTask, watchTasks } from './in-page.ts'
import { quantile } from './statistics.ts'
import { tenYears, yesterday } from './ten-years-profile.ts'

const EDITS = 40

/**
 * From the transaction that wrote an edited value until the one that kept what the insights of all ten years now are: the
 * worker's wait, its reading, everything it works out, and its write. And the longest task of the page meanwhile.
 */
export const insightEditBench: Bench = async (browser) => {
  const { context, page } = await tenYears(browser)
  // A day that is over: what is logged today is not looked at before tomorrow.
  await page.goto(`${browser.url}/?day=${yesterday()}&log=weight`)
  const field = page.getByRole('textbox', { name: /Weight/ })
  await field.waitFor()
  await watchKept(page)
  // The first look is at everything.
  await field.fill('70')
  await kept(page, 1)
  await page.waitForTimeout(3000)
  await watchTasks(page)
  const times: number[] = []
  for (let index = 0; index < EDITS; index += 1) {
    const before = await count(page)
    await field.fill((60 + index / 10).toFixed(1))
    times.push(await kept(page, before + 1))
    // An edit of its own each, as a person makes them.
    await page.waitForTimeout(100)
  }
  const longest = await longestTask(page)
  await context.close()
  return [
    {
      name: 'insights-after-edit-p50',
      value: quantile(times, 0.5),
      detail: `95 of 100 within ${quantile(times, 0.95).toFixed(0)} ms`,
    },
    { name: 'insights-longest-page-task', value: longest },
  ]
}

/** Notes, in the page's own clock, how long after a write of documents a write of insights came: Dexie tells all threads of both. */
async function watchKept(page: Page): Promise<void> {
  await page.evaluate(() => {
    const waits: number[] = []
    let wroteAt: number | undefined
    const channel = new BroadcastChannel('x-storagemutated-1')
    channel.addEventListener('message', ({ data }) => {
      const parts = Object.keys(data)
      if (parts.some((part) => part.includes('/documents/'))) wroteAt = performance.now()
      else if (wroteAt !== undefined && parts.some((part) => part.includes('/insight/'))) {
        waits.push(performance.now() - wroteAt)
        wroteAt = undefined
      }
    })
    Object.assign(globalThis, { insightWaits: waits })
  })
}

const count = (page: Page) =>
  page.evaluate(() => {
    const waits: unknown = Reflect.get(globalThis, 'insightWaits')
    return Array.isArray(waits) ? waits.length : 0
  })

/** The wait of the edit with this number, from 1, once it is over. */
async function kept(page: Page, edit: number): Promise<number> {
  const handle = await page.waitForFunction(
    (number) => {
      const waits: unknown = Reflect.get(globalThis, 'insightWaits')
      return Array.isArray(waits) ? waits[number - 1] : undefined
    },
    edit,
    { polling: 20, timeout: 60_000 },
  )
  return Number(await handle.jsonValue())
}
