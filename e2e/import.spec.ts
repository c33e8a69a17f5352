import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdir, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Page } from '@playwright/test'
import { yearsOfCsv } from '../bench/ten-years.ts'
import type { CivilDate } from '../shared/calendar/civil-date.ts'
import { expectAccessible } from './support/axe.ts'
import { readyForOffline } from './support/service-worker.ts'
import { tabTo } from './support/tab-to.ts'
import { expect, test } from './support/test.ts'

const UNTIL = '2026-11-22' as CivilDate

test.beforeEach(async ({ page }) => {
  await page.clock.setFixedTime(new Date('2026-11-23T10:00:00+01:00'))
})

const csv = (text: string | Buffer, name = 'table.csv') => ({
  name,
  mimeType: 'text/csv',
  buffer: typeof text === 'string' ? Buffer.from(text) : text,
})

const chooser = (page: Page) => page.getByLabel('Choose a CSV file')
const confirm = (page: Page) => page.getByRole('button', { name: /^Import [\d\s]+ values?$/ })
const nothingNew = (page: Page) => page.getByRole('button', { name: 'Nothing new to import' })
const count = (page: Page, label: string) => page.getByRole('term').filter({ hasText: label }).locator('xpath=../dd')

async function preview(page: Page, text: string | Buffer, name = 'table.csv'): Promise<void> {
  await page.goto('/import')
  await chooser(page).setInputFiles(csv(text, name))
  await expect(page.getByRole('heading', { name })).toBeVisible()
}

/** Puts the previewed file away and looks at another. */
async function previewNext(page: Page, text: string, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Another file' }).click()
  await chooser(page).setInputFiles(csv(text, name))
  await expect(page.getByRole('heading', { name })).toBeVisible()
}

async function importFile(page: Page, text: string, name = 'table.csv'): Promise<void> {
  await preview(page, text, name)
  await confirm(page).click()
  await expect(page.getByRole('heading', { name: `Imported ${name}` })).toBeVisible()
}

async function counts(page: Page, expected: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, text] of Object.entries(expected)) await expect(count(page, label)).toHaveText(text)
}

test('ten years are imported with the server stopped, shown in History, and taken back', async ({
  page,
  server,
  problems,
}) => {
  test.setTimeout(180_000)
  const longEnough = { timeout: 30_000 }
  problems.allow(/sw\.js/)
  await page.goto(`${server.url}/import`)
  await readyForOffline(page)
  await server.stop()
  await chooser(page).setInputFiles(csv(yearsOfCsv(UNTIL), 'ten-years.csv'))
  await confirm(page).click(longEnough)
  const done = page.getByRole('heading', { name: 'Imported ten-years.csv' })
  await expect(done.locator('[tabindex="-1"]')).toBeFocused(longEnough)
  await page.getByRole('link', { name: 'See it in History' }).click()
  await expect(page.locator('[data-drawn]')).toBeVisible(longEnough)

  await page.goto(`${server.url}/import`)
  await page.getByRole('button', { name: 'Undo the import of ten-years.csv' }).click()
  await expect(page.getByText(/refused · undone/)).toBeVisible(longEnough)
  await chooser(page).setInputFiles(csv(yearsOfCsv(UNTIL), 'ten-years.csv'))
  await expect(count(page, 'same as before')).toHaveText('0', longEnough)
})

test('an undo from the toast brings back the value an import had changed', async ({ page }) => {
  await importFile(page, 'date,weight\n2026-01-05,81.4\n')
  await importFile(page, 'date,weight\n2026-01-05,80.2\n2026-01-06,80.1\n', 'second.csv')
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).last().click()
  await expect(page.getByRole('heading', { name: 'Taken back' })).toBeVisible()
  await preview(page, 'date,weight\n2026-01-05,81.4\n')
  await counts(page, { new: '0', changed: '0', 'same as before': '1' })
})

test('the same file again holds nothing new, and a changed one shows the old value and the new', async ({ page }) => {
  const house = '\ufeffdate,weight,steps,sleep,calories,protein\r\n2026-01-05,81.4,9000,7.5,2100,96\r\n'
  await importFile(page, house)
  await counts(page, { new: '5', refused: '0' })
  await preview(page, house)
  await expect(nothingNew(page)).toBeDisabled()
  await counts(page, { new: '0', 'same as before': '5' })
  await previewNext(page, house.replace('81.4', '80.9'), 'mended.csv')
  await page.getByText('What would change (1)').click()
  await expect(page.getByText('81.4 kg becomes 80.9 kg')).toBeVisible()
})

test('of a file with bad rows the good ones are imported and the rest refused with reasons, as a file too', async ({
  page,
}) => {
  const rows = ['2026-01-01,5000', '2026-01-02,6000', '2026-01-03,7000', '2026-02-31,8000', '2026-01-05,-5']
  await preview(page, `date,steps\n${rows.join('\n')}\n`, 'bad.csv')
  await counts(page, { new: '3', refused: '2' })
  await page.getByText('What was refused, and why (2)').click()
  await expect(page.getByText(/“2026-02-31” is no day of the calendar/)).toBeVisible()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download all of them' }).click()
  const text = await readFile(await (await download).path(), 'utf8')
  expect(text).toContain('row,column,cell,reason\r\n5,date,2026-02-31,')
  expect(text).toContain("6,steps,'-5,")
  await confirm(page).click()
  await expect(page.getByRole('heading', { name: 'Imported bad.csv' })).toBeVisible()
})

test('an empty file and a binary one are answered with a message', async ({ page }) => {
  await page.goto('/import')
  await chooser(page).setInputFiles(csv('', 'empty.csv'))
  await expect(page.getByRole('alert')).toContainText('empty.csv: The file is empty.')
  await chooser(page).setInputFiles(csv(Buffer.from([0x50, 0x4b, 3, 4, 0, 0]), 'binary.csv'))
  await expect(page.getByRole('alert')).toContainText('binary.csv: This is no CSV file.')
})

test('5,000 and 5.000 are both five thousand steps, and two metrics under one header are left out', async ({
  page,
}) => {
  const rows = (mark: string) => `2026-01-05;5${mark}000\n2026-01-06;12${mark}345\n`
  await importFile(page, `date;steps\n${rows(',')}`)
  await counts(page, { new: '2', refused: '0' })
  await preview(page, `date;steps\n${rows('.')}`)
  await counts(page, { new: '0', changed: '0', 'same as before': '2' })
  await previewNext(page, 'date,weight,Steps / Calories\n2026-01-07,74.5,8000\n', 'two.csv')
  await counts(page, { new: '1', refused: '0' })
  await expect(page.getByText(/names steps and calories in one column/)).toBeVisible()
})

test('200 MB are read with progress and can be cancelled', async ({ page }, testInfo) => {
  const path = testInfo.outputPath('large', 'large.csv')
  await mkdir(dirname(path), { recursive: true })
  const file = createWriteStream(path)
  file.write('date,steps\n')
  const block = '2026-01-05,5000\n'.repeat(65_536)
  for (let written = 0; written < 200; written += 1) if (!file.write(block)) await once(file, 'drain')
  file.end()
  await once(file, 'finish')
  await page.goto('/import')
  await chooser(page).setInputFiles(path)
  await expect(page.getByRole('progressbar', { name: 'Reading large.csv' })).toBeVisible()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByText('You stopped reading large.csv. Nothing was changed.')).toBeVisible()
})

test('a chosen file is still there after a reload', async ({ page }) => {
  await preview(page, 'date,weight\n2026-01-05,81.4\n', 'kept.csv')
  // It is kept while it is read, and either may be done first.
  await expect.poll(() => page.evaluate(async () => (await caches.match('/incoming-file')) !== undefined)).toBe(true)
  await page.reload()
  await expect(page.getByRole('heading', { name: 'kept.csv' })).toBeVisible()
})

test('an unsure date order is asked about, and the preview follows the answer', async ({ page }) => {
  await preview(page, 'date,weight\n03/04/2026,81.4\n05/04/2026,81.2\n')
  await expect(page.getByText('Please check what is marked')).toBeVisible()
  await page.getByLabel('Dates', { exact: true }).selectOption('mdy')
  await expect(page.getByText(/4 Mar 2026 to .*4 May 2026/)).toBeVisible()
  await page.getByLabel('Dates', { exact: true }).selectOption('dmy')
  await expect(page.getByText(/3 Apr 2026 to .*5 Apr 2026/)).toBeVisible()
})

test('a column is given its metric by hand, another cut guesses the columns anew, and a mood word gets its meaning', async ({
  page,
}) => {
  await preview(page, 'date,Zahl\n2026-01-05,9000\n')
  await page.getByLabel('What Zahl holds').selectOption('metric:steps')
  await expect(confirm(page)).toBeEnabled()
  await page.getByLabel('Columns are separated by').selectOption(';')
  await expect(page.getByLabel('What date,Zahl holds')).toBeVisible()

  await previewNext(page, 'date,mood\n2026-01-05,good\n2026-01-06,Sick\n2026-01-07,bad\n', 'moods.csv')
  await counts(page, { new: '2', refused: '1' })
  await page.getByLabel('“sick”').selectOption('2')
  await counts(page, { new: '3', refused: '0' })
})

test('file, choice, import and undo by keyboard only, accessible on the way', async ({ page }) => {
  // Listened for before anything is pressed, because the browser is only then told to hand the dialog over.
  const opened = page.waitForEvent('filechooser')
  await page.goto('/import')
  await tabTo(page, chooser(page))
  await page.keyboard.press('Enter')
  await (await opened).setFiles(csv('date,weight\n03/04/2026,81.4\n05/04/2026,heavy\n'))
  await expect(page.getByRole('heading', { name: 'table.csv' }).locator('[tabindex="-1"]')).toBeFocused()
  await expectAccessible(page)
  await tabTo(page, page.getByLabel('Dates', { exact: true }))
  await page.keyboard.press('m')
  await expect(page.getByText(/4 Mar 2026/)).toBeVisible()
  await tabTo(page, confirm(page))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Imported table.csv' })).toBeVisible()
  await expectAccessible(page)
  await tabTo(page, page.getByRole('button', { name: 'Undo the import' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Taken back' })).toBeVisible()
})
