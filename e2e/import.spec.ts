import { open, readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { yearsOfCsv } from '../bench/ten-years.ts'
import type { CivilDate } from '../shared/calendar/civil-date.ts'
import { expectAccessible } from './support/axe.ts'
import { readyForOffline } from './support/service-worker.ts'
import { expect, test } from './support/test.ts'

const UNTIL = '2026-11-22' as CivilDate

const importButton = (page: Page) => page.getByRole('button', { name: /^Import [\d\s]+ values$/ })
const done = (page: Page) => page.locator('[data-step="done"]')
const preview = (page: Page) => page.locator('[data-step="preview"]')
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

test.describe('a file of ten years', () => {
  test('is imported with the server stopped, shown, and taken back whole', async ({ page, server, problems }) => {
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

  test('imported twice changes nothing the second time', async ({ page }) => {
    await page.goto('/import')
    await choose(page, yearsOfCsv(UNTIL, 400))
    await importAll(page)
    await page.getByRole('button', { name: 'Import another file' }).click()
    await choose(page, yearsOfCsv(UNTIL, 400))
    await expect(count(page, 'same as before')).toHaveText('2\u202f400')
    await expect(page.getByRole('button', { name: 'Nothing new to import' })).toBeDisabled()
  })
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

test('a corrected file shows the old value and the new one', async ({ page }) => {
  await page.goto('/import')
  await choose(page, 'date,weight\n2026-11-20,81.5\n')
  await importAll(page)
  await page.getByRole('button', { name: 'Import another file' }).click()
  await choose(page, 'date,weight\n2026-11-20,80.9\n')
  await page.getByText('What would change (1)').click()
  await expect(page.getByText('81.5 kg becomes 80.9 kg')).toBeVisible()
})

test('a file that was chosen survives a reload', async ({ page }) => {
  await page.goto('/import')
  await choose(page, 'date,steps\n2026-11-20,9000\n', 'kept.csv')
  await expect(preview(page)).toBeVisible()
  await page.reload()
  await expect(page.getByRole('heading', { name: 'kept.csv' })).toBeVisible()
  await importAll(page)
  await page.reload()
  await expect(page.getByLabel('Choose a CSV file')).toBeAttached()
})

test('an unsure order of dates is asked about, and the preview follows the choice', async ({ page }) => {
  await page.goto('/import')
  await choose(page, 'date,steps\n03/04/2026,9000\n05/06/2026,8000\n')
  const order = page.getByLabel('Dates', { exact: true })
  await expect(order).toBeVisible()
  await order.selectOption('mdy')
  await expect(
    page
      .getByText('Wed 4 Mar 2026 to Wed 6 May 2026')
      .or(page.getByText(/4 Mar 2026 to .*6 May 2026/))
      .first(),
  ).toBeVisible()
  await order.selectOption('dmy')
  await expect(page.getByText(/3 Apr 2026 to .*5 Jun 2026/)).toBeVisible()
})

test('a column that was not understood is read after one choice', async ({ page }) => {
  await page.goto('/import')
  await choose(page, 'day,Schritte heute\n2026-11-20,9000\n2026-11-21,8000\n')
  await page.getByLabel('What Schritte heute holds').selectOption('metric:steps')
  await expect(count(page, 'new')).toHaveText('2')
  await importAll(page)
  expect(Object.values(await storedDays(page))).toEqual([{ 'steps@csv': 9000 }, { 'steps@csv': 8000 }])
})

test('the whole way can be gone by keyboard, and nothing on it is out of reach of a screen reader', async ({
  page,
}) => {
  await page.goto('/import')
  await expectAccessible(page)
  await choose(page, 'date,steps\n2026-11-20,9000\n2026-11-21,-5\n')
  await importButton(page).waitFor()
  await expectAccessible(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  await expectAccessible(page)
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press('Tab')
    if (await importButton(page).evaluate((button) => button === document.activeElement)) break
  }
  await page.keyboard.press('Enter')
  await expect(done(page)).toBeVisible()
  await expectAccessible(page)
})

test.describe('bad input gets a clear message and changes nothing else', () => {
  const refusals = async (page: Page) => {
    const summary = page.getByText(/^What was refused, and why/)
    await summary.click()
    return page.locator('details', { has: summary }).getByRole('listitem').allTextContents()
  }

  test('an empty file', async ({ page }) => {
    await page.goto('/import')
    await choose(page, '', 'empty.csv')
    await expect(page.getByRole('alert')).toContainText('empty.csv: The file is empty.')
    expect(await storedDays(page)).toEqual({})
  })

  test('a file that is no text', async ({ page }) => {
    await page.goto('/import')
    await choose(page, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0, 0, 1, 0, 255, 216, 0, 7]), 'photo.csv')
    await expect(page.getByRole('alert')).toContainText('no CSV file')
  })

  test('40 % bad rows: the good ones are imported, the bad ones can be downloaded', async ({ page }) => {
    const rows = Array.from({ length: 100 }, (_, index) => {
      const date = `2026-0${1 + Math.floor(index / 28)}-${String(1 + (index % 28)).padStart(2, '0')}`
      return index % 5 < 2 ? `${date},many` : `${date},${5000 + index}`
    })
    await page.goto('/import')
    await choose(page, ['date,steps', ...rows].join('\n'), 'half.csv')
    await expect(count(page, 'new')).toHaveText('60')
    await expect(count(page, 'refused')).toHaveText('40')
    await page.getByText(/^What was refused, and why/).click()
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Download all of them' }).click()
    const file = await download
    expect(file.suggestedFilename()).toBe('refused-half.csv')
    const lines = (await readFile(await file.path(), 'utf8')).trim().split(/\r?\n/)
    expect(lines).toHaveLength(41)
    expect(lines[1]).toContain('many')
    await importAll(page)
    expect(Object.keys(await storedDays(page))).toHaveLength(60)
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

  for (const mark of [',', '.']) {
    test(`5${mark}000 steps are five thousand`, async ({ page }) => {
      await page.goto('/import')
      await choose(page, `date;steps\n2026-11-20;5${mark}000\n2026-11-21;12${mark}345\n`)
      await importAll(page)
      expect(await storedDays(page)).toEqual({
        '2026-11-20': { 'steps@csv': 5000 },
        '2026-11-21': { 'steps@csv': 12345 },
      })
    })
  }

  test('200 MB: read with a count, and left at once when asked', async ({ page }, testInfo) => {
    const path = testInfo.outputPath('huge.csv')
    const file = await open(path, 'w')
    const rows = Buffer.from('2026-11-20 08:00:00,12\n'.repeat(45_000))
    await file.write('date,steps\n')
    for (let written = 0; written < 200 * 1024 * 1024; written += rows.length) await file.write(rows)
    await file.close()
    await page.goto('/import')
    await page.getByLabel('Choose a CSV file').setInputFiles(path)
    await expect(page.getByText(/\d rows$/)).toBeVisible({ timeout: 20_000 })
    await page.getByRole('button', { name: 'Cancel' }).click()
    await expect(page.getByLabel('Choose a CSV file')).toBeAttached()
    expect(await storedDays(page)).toEqual({})
  })
})
