import type { Page } from '@playwright/test'
import { isReady } from './app-driver.ts'
import type { Bench } from './bench.ts'
import { eventAt, seenAt, watchData, watchEvent } from './in-page.ts'
import { median } from './statistics.ts'
import { tenYears } from './ten-years-profile.ts'

const RUNS = 9

/** From the press on "All" until ten years of four metrics are painted, and how much is on the page then. */
export const historyBench: Bench = async (browser) => {
  const { context, page } = await tenYears(browser)
  const first = await firstOpening(page, browser.url)
  const times: number[] = []
  let nodes = 0
  for (let run = 0; run < RUNS; run += 1) {
    await page.goto(`${browser.url}/history?metric=weight&range=M&compare=steps,sleep,calories`)
    await page.locator('[data-drawn="weight:M"]').waitFor()
    await watchData(page, 'drawn')
    await watchEvent(page, 'click')
    await page.getByRole('group', { name: 'Range' }).getByRole('radio', { name: 'All days' }).check()
    times.push((await seenAt(page, 'drawn', 'weight:All')) - (await eventAt(page, 'click')))
    nodes = Math.max(nodes, await page.evaluate(() => document.querySelectorAll('*').length))
  }
  await context.close()
  return [
    {
      name: 'history-ten-years-drawn',
      value: median(times),
      detail: `${times.map((time) => time.toFixed(0)).join(' ')}; opened from Today for the first time: ${first.toFixed(0)} ms`,
    },
    { name: 'history-dom-nodes', value: nodes },
  ]
}

/** From the press on "History" on Today, the first in a session, until its chart of three months is painted. */
async function firstOpening(page: Page, url: string): Promise<number> {
  await page.goto(url)
  await isReady(page, '/')
  // A person looks at Today before going on.
  await page.waitForTimeout(3000)
  await watchData(page, 'drawn')
  await watchEvent(page, 'click')
  await page.getByRole('navigation').getByRole('link', { name: 'History' }).click()
  return (await seenAt(page, 'drawn', 'weight:3M')) - (await eventAt(page, 'click'))
}
