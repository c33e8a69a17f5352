import { resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { chooseCsv, skipWelcome } from './app-driver.ts'
import type { Bench } from './bench.ts'
import type { BenchBrowser } from './browser.ts'
import { eventAt, longestTask, seenAt, watchData, watchEvent, watchTasks } from './in-page.ts'
import { median } from './statistics.ts'
import { TEN_YEARS, yearsOfCsv } from './ten-years.ts'
import { yesterday } from './ten-years-profile.ts'

const DEXIE = resolve(import.meta.dirname, '../node_modules/dexie/dist/dexie.js')
const RUNS = 3
const MANY_ROWS = 100_000

/** An import from the chosen file to the saved days, over a bare bulkPut of the same documents; and a very large one. */
export const importBench: Bench = async (browser) => {
  const imports: number[] = []
  const floors: number[] = []
  for (let run = 0; run < RUNS; run += 1) {
    const { context, page } = await browser.profile(`import-${run}`)
    await skipWelcome(page, browser.url)
    imports.push(await importFor(page, browser, yearsOfCsv(yesterday())))
    for (let floor = 0; floor < RUNS; floor += 1) floors.push(await bulkPutFor(page))
    await context.close()
  }
  const [imported, floor] = [median(imports), median(floors)]
  return [
    {
      name: 'import-over-bulk-put',
      value: imported / floor,
      detail: `${imported.toFixed(0)} ms over ${floor.toFixed(0)} ms, ${TEN_YEARS} rows`,
    },
    await manyRows(browser),
  ]
}

async function manyRows(browser: BenchBrowser) {
  const { context, page } = await browser.profile('import-many')
  await skipWelcome(page, browser.url)
  const [header = '', ...days] = yearsOfCsv(yesterday()).trimEnd().split('\n')
  const perDay = Math.ceil(MANY_ROWS / days.length)
  const rows = days.flatMap((day) => Array.from({ length: perDay }, () => day)).slice(0, MANY_ROWS)
  await page.goto(`${browser.url}/import`)
  await watchTasks(page)
  const taken = await importFor(page, browser, [header, ...rows].join('\n'), false)
  const value = await longestTask(page)
  await context.close()
  return { name: 'import-100000-longest-task', value, detail: `${taken.toFixed(0)} ms for ${rows.length} rows` }
}

/** The two waits of an import together: from the chosen file to the preview, and from the press on "Import" to the end. */
async function importFor(page: Page, browser: BenchBrowser, text: string, open = true): Promise<number> {
  if (open) await page.goto(`${browser.url}/import`)
  await page.locator('[data-step="choose"]').waitFor()
  await watchData(page, 'step')
  await watchEvent(page, 'change')
  await chooseCsv(page, 'days.csv', text)
  const read = (await seenAt(page, 'step', 'preview')) - (await eventAt(page, 'change'))
  await watchEvent(page, 'click')
  await page.getByRole('button', { name: /^Import .* values$/ }).click()
  const saved = (await seenAt(page, 'step', 'done')) - (await eventAt(page, 'click'))
  return read + saved
}

/** Writes the documents that are stored into a second database of the same shape with Dexie's bulkPut, and times that. */
async function bulkPutFor(page: Page): Promise<number> {
  await page.addScriptTag({ path: DEXIE })
  return page.evaluate(async () => {
    const Dexie: typeof import('dexie').Dexie = Reflect.get(globalThis, 'Dexie')
    const stored = await new Dexie('ownit').open()
    const documents: unknown[] = await stored.table('documents').toArray()
    stored.close()
    await Dexie.delete('floor')
    const floor = new Dexie('floor', { chromeTransactionDurability: 'strict' })
    floor.version(1).stores({ documents: '[collection+id], [collection+fields.date]' })
    await floor.open()
    const from = performance.now()
    await floor.table('documents').bulkPut(documents)
    const taken = performance.now() - from
    floor.close()
    return taken
  })
}
