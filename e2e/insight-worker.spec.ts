import type { Page } from '@playwright/test'
import { addDays } from '../shared/calendar/civil-date.ts'
import { beginWith } from './support/first-start.ts'
import { readyForOffline } from './support/service-worker.ts'
import { expect, test } from './support/test.ts'
import { todayInBrowser } from './support/today.ts'

/** The fingerprint of the insights that are kept, or undefined. */
const kept = (page: Page) =>
  page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('ownit')
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
    const row = await new Promise<unknown>((resolve, reject) => {
      const request = db.transaction('insight').objectStore('insight').get('result')
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
    db.close()
    const value: unknown = typeof row === 'object' && row !== null ? Reflect.get(row, 'value') : undefined
    return typeof value === 'object' && value !== null ? String(Reflect.get(value, 'fingerprint')) : undefined
  })

/** From the next start of the page on, counts how often insights are kept, by whichever tab; read with `keptTimes`. */
async function countKept(page: Page): Promise<void> {
  await page.addInitScript(() => {
    let times = 0
    Object.assign(globalThis, { keptTimes: () => times })
    new BroadcastChannel('x-storagemutated-1').addEventListener('message', ({ data }) => {
      if (Object.keys(data).some((part) => part.includes('/insight/'))) times++
    })
  })
}

const keptTimes = (page: Page) =>
  page.evaluate(() => {
    const times: unknown = Reflect.get(globalThis, 'keptTimes')
    return typeof times === 'function' ? Number(times()) : undefined
  })

test('two tabs: insights are worked out once after an edit, and not at all when a page opens', async ({
  page,
  context,
  server,
}) => {
  await beginWith(page, server.url, 'sample')
  await expect.poll(() => kept(page), { timeout: 20_000 }).toBeDefined()
  const first = await kept(page)

  const other = await context.newPage()
  const yesterday = addDays(todayInBrowser(), -1)
  await countKept(other)
  await other.goto(`${server.url}/?day=${yesterday}&log=weight`)
  const field = other.getByRole('textbox', { name: /Weight/ })
  await field.waitFor()
  // Its worker starts a second after its first picture.
  await other.waitForTimeout(3000)
  expect(await keptTimes(other)).toBe(0)
  expect(await kept(other)).toBe(first)

  await field.fill('66.6')
  await expect.poll(() => kept(other)).not.toBe(first)
  await other.waitForTimeout(500)
  expect(await keptTimes(other)).toBe(1)
})

test('a day written without a network is in the insights as well', async ({ page, context, server, problems }) => {
  problems.allow(/icon\.svg/)
  await beginWith(page, server.url, 'sample')
  await expect.poll(() => kept(page), { timeout: 20_000 }).toBeDefined()
  const first = await kept(page)
  await readyForOffline(page)
  await context.setOffline(true)
  const yesterday = addDays(todayInBrowser(), -1)
  await page.keyboard.press('ArrowLeft')
  await expect(page).toHaveURL(new RegExp(`day=${yesterday}`))
  await page.getByRole('button', { name: /Weight/ }).click()
  await page.getByRole('textbox', { name: /Weight/ }).fill('66.6')
  await expect.poll(() => kept(page)).not.toBe(first)
})
