import type { Page } from '@playwright/test'
import { yearsOfCsv } from '../bench/ten-years.ts'
import type { CivilDate } from '../shared/calendar/civil-date.ts'
import { readyForOffline } from './support/service-worker.ts'
import { expect, test } from './support/test.ts'

const UNTIL = '2026-11-22' as CivilDate

const importButton = (page: Page) => page.getByRole('button', { name: /^Import [\d\s]+ values?$/ })
const done = (page: Page) => page.locator('[data-step="done"]')
const count = (page: Page, label: string) => page.locator('dl > div', { hasText: label }).locator('dd').first()

async function choose(page: Page, text: string | Buffer, name = 'days.csv'): Promise<void> {
  const buffer = typeof text === 'string' ? Buffer.from(text) : text
  await page.getByLabel('Choose a CSV file').setInputFiles({ name, mimeType: 'text/csv', buffer })
}

async function importAll(page: Page): Promise<void> {
  await importButton(page).click()
  await expect(done(page)).toBeVisible({ timeout: 20_000 })
}

/** What is stored: each day's fields, as JSON, without stamps. */
async function storedDays(page: Page): Promise<Record<string, unknown>> {
  return page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('ownit')
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
    const rows = await new Promise<unknown[]>((resolve, reject) => {
      const request = db.transaction('documents').objectStore('documents').getAll()
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
    db.close()
    const days: Record<string, unknown> = {}
    for (const row of rows) {
      if (typeof row !== 'object' || row === null || Reflect.get(row, 'collection') !== 'day') continue
      const fields: [string, unknown][] = Object.entries(Reflect.get(row, 'fields'))
      const held = fields.filter(([, value]) => value !== null)
      if (held.length > 0) days[String(Reflect.get(row, 'id'))] = Object.fromEntries(held)
    }
    return days
  })
}

const refusals = async (page: Page) => {
  const summary = page.getByText(/^What was refused, and why/)
  await summary.click()
  return page.locator('details', { has: summary }).getByRole('listitem').allTextContents()
}

test('ten years imported with the server stopped are taken back to exactly what was there', async ({
  page,
  server,
  problems,
}) => {
  problems.allow(/sw\.js/)
  await page.goto(`${server.url}/import`)
  await readyForOffline(page)
  await choose(page, 'date,weight\n2026-11-21,81.5\n', 'before.csv')
  await importAll(page)
  const before = await storedDays(page)
  await server.stop()

  await page.reload()
  await choose(page, yearsOfCsv(UNTIL), 'ten years.csv')
  await expect(count(page, 'new')).toHaveText('21\u202f899')
  await expect(count(page, 'changed')).toHaveText('1')
  await importAll(page)
  expect(Object.keys(await storedDays(page))).toHaveLength(3650)
  await page.getByRole('link', { name: 'See it in History' }).click()
  await expect(page.locator('[data-drawn]').first()).toBeVisible()

  await page.goto(`${server.url}/import`)
  await page.getByRole('button', { name: 'Undo the import of ten years.csv' }).click()
  await expect(page.getByText(/^Undone: Imported ten years\.csv/)).toBeVisible({ timeout: 20_000 })
  expect(await storedDays(page)).toEqual(before)
})

test('one press after the import takes all of it back', async ({ page }) => {
  await page.goto('/import')
  await choose(page, 'date,steps\n2026-11-20,9000\n2026-11-21,8000\n')
  await importAll(page)
  await done(page).getByRole('button', { name: 'Undo the import' }).click()
  await expect(page.getByRole('heading', { name: 'Taken back' })).toBeVisible()
  expect(await storedDays(page)).toEqual({})
})

test('the known header works untouched: byte order mark, CRLF, a newline at the end', async ({ page }) => {
  await page.goto('/import')
  const rows = [
    'date,weight,steps,sleep,calories,protein',
    '2026-11-20,74.6,8214,7.7,2150,96',
    '2026-11-21,74.4,9100,7.2,2010,101',
    '',
  ]
  await choose(page, `\ufeff${rows.join('\r\n')}`)
  await expect(count(page, 'new')).toHaveText('10')
  await expect(count(page, 'refused')).toHaveText('0')
  await importAll(page)
  expect(await storedDays(page)).toEqual({
    '2026-11-20': { 'weight@csv': 74.6, 'steps@csv': 8214, 'sleep@csv': 7.7, 'calories@csv': 2150, 'protein@csv': 96 },
    '2026-11-21': { 'weight@csv': 74.4, 'steps@csv': 9100, 'sleep@csv': 7.2, 'calories@csv': 2010, 'protein@csv': 101 },
  })
})

test('a day no calendar has, steps below none, and two metrics under one header', async ({ page }) => {
  await page.goto('/import')
  await choose(page, 'date,steps\n2026-02-31,9000\n2026-02-27,-5\n2026-02-28,8000\n')
  expect((await refusals(page)).join('\n')).toMatch(/Row 2.*2026-02-31[\s\S]*Row 3.*-5/)
  await importAll(page)
  expect(await storedDays(page)).toEqual({ '2026-02-28': { 'steps@csv': 8000 } })
  await page.getByRole('button', { name: 'Import another file' }).click()
  await choose(page, 'date,steps,steps\n2026-03-01,7000,1\n')
  await expect(page.getByText(/steps/i).first()).toBeVisible()
  await importAll(page)
  expect((await storedDays(page))['2026-03-01']).toEqual({ 'steps@csv': 7000 })
})
