import { readFile } from 'node:fs/promises'
import type { BrowserContext, Page } from '@playwright/test'
import { expectAccessible } from './support/axe.ts'
import { backupFile, daysWithSteps, restoreFile, saveBackup } from './support/backup-file.ts'
import { expect, test } from './support/test.ts'
import { dismissToasts } from './support/toasts.ts'

test.beforeEach(async ({ page }) => {
  await page.clock.setFixedTime(new Date('2026-11-23T12:00:00+01:00'))
})

const DOCUMENTS = [
  {
    collection: 'day',
    id: '2026-11-21',
    fields: { weight: 74.6, steps: 8214, 'steps@google-fit': 7900, calories: 2100 },
  },
  { collection: 'day', id: '2026-11-22', fields: { sleep: 7.5, 'weight@withings': 74.8, weight: null } },
  {
    collection: 'mood',
    id: '0190f0d0-0000-7000-8000-000000000001',
    fields: {
      date: '2026-11-22',
      time: '08:30',
      rating: 4,
      energy: null,
      stress: 2,
      emoji: '☕',
      tags: ['work', 'rain'],
      reflection: 'Said "yes", then\nslept; =1+1',
    },
  },
  {
    collection: 'pause',
    id: '0190f0d0-0000-7000-8000-000000000002',
    fields: { from: '2026-11-01', until: '2026-11-05', reason: 'illness' },
  },
  { collection: 'of-a-newer-version', id: 'a', fields: { metric: 'steps', low: 8000 } },
]

const section = (page: Page, name: string) => page.getByRole('region', { name })
const tile = (page: Page, metric: string) =>
  page.getByRole('main').getByRole('button', { name: new RegExp(`^${metric}\\b`) })

async function documentsOf(path: string): Promise<unknown> {
  const content: { documents: unknown } = JSON.parse(await readFile(path, 'utf8'))
  return content.documents
}

async function exported(page: Page, button: string): Promise<string> {
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: button }).click()
  return readFile(await (await download).path(), 'utf8')
}

async function another(context: BrowserContext): Promise<Page> {
  const browser = context.browser()
  if (browser === null) throw new Error('No browser')
  const page = await (await browser.newContext()).newPage()
  await page.clock.setFixedTime(new Date('2026-11-23T12:00:00+01:00'))
  return page
}

test('units change what Today shows and nothing that is stored', async ({ page }) => {
  await restoreFile(page, backupFile(DOCUMENTS))
  const before = await documentsOf(await saveBackup(page))
  const look = async (weight: string, energy: string) => {
    await page.goto('/?day=2026-11-21')
    await expect(tile(page, 'Weight')).toContainText(weight)
    await expect(tile(page, 'Calories')).toContainText(energy)
  }
  const choose = async (unit: string, said: string) => {
    await page.goto('/settings')
    await page.getByRole('radio', { name: unit, exact: true }).check()
    await expect(page.getByText(said).first()).toBeVisible()
  }
  await look('74.6 kg', 'kcal')
  await choose('pounds', 'Weight is shown in lb')
  await look('164.5 lb', 'kcal')
  await choose('stones and pounds', 'Weight is shown in st')
  await look('11 st 10.5 lb', 'kcal')
  await choose('kilojoules', 'Energy is shown in kJ')
  await look('11 st 10.5 lb', 'kJ')
  const after = await documentsOf(await saveBackup(page))
  expect(withoutProfile(after)).toEqual(withoutProfile(before))
})

function withoutProfile(documents: unknown): unknown[] {
  if (!Array.isArray(documents)) throw new Error('A backup without documents')
  return documents.filter((document: { collection: string }) => document.collection !== 'profile')
}

test('a backup restored into an empty profile brings back the same data, and can be taken back @phone', async ({
  page,
  context,
}) => {
  await restoreFile(page, backupFile(DOCUMENTS))
  await page.getByRole('radio', { name: 'pounds', exact: true }).check()
  await expect(page.getByText('Weight is shown in lb').first()).toBeVisible()
  const path = await saveBackup(page)
  await expect(page.getByText(/^Last backup: today/)).toBeVisible()
  const saved = await documentsOf(path)

  const fresh = await another(context)
  await fresh.goto('/settings#restore')
  await fresh.getByLabel('Backup file').setInputFiles(path)
  const restore = section(fresh, 'Restore')
  await expect(restore).toContainText('2 days, 1 mood entry, 1 pause, settings, 1 other thing')
  await restore.getByRole('button', { name: 'Restore it' }).click()
  await expect(restore).toContainText('Restored: 6 new, 0 updated, 0 already here.')
  await fresh.goto('/?day=2026-11-21')
  await expect(tile(fresh, 'Weight')).toContainText('164.5 lb')
  expect(await documentsOf(await saveBackup(fresh))).toEqual(saved)

  await fresh.getByLabel('Backup file').setInputFiles(path)
  await fresh.getByRole('button', { name: 'Restore it' }).click()
  await expect(restore).toContainText('Everything in the backup is here already.')

  await section(fresh, 'Recent changes').getByRole('button', { name: 'Undo: Restored a backup' }).click()
  await expect(section(fresh, 'Recent changes')).toContainText('Undone: Restored a backup')
  await fresh.goto('/streaks')
  await expect(fresh.getByText('No streak yet.')).toBeVisible()
  await fresh.context().close()
})

test('what is newer than the backup stays', async ({ page }) => {
  await restoreFile(page, backupFile(DOCUMENTS))
  await page.goto('/?day=2026-11-21')
  await tile(page, 'Weight').click()
  await page.getByRole('dialog').getByRole('textbox').fill('75')
  await expect(page.getByRole('dialog').getByText('saved on this device')).toBeVisible()
  await page.goto('/settings#restore')
  await page.getByLabel('Backup file').setInputFiles(backupFile(DOCUMENTS))
  await page.getByRole('button', { name: 'Restore it' }).click()
  await expect(page.getByText('Nothing was changed.')).toBeVisible()
  await page.goto('/?day=2026-11-21')
  await expect(tile(page, 'Weight')).toContainText('75.0 kg')
})

test('a file that is no backup, or a damaged one, is refused in words', async ({ page }) => {
  await page.goto('/settings#restore')
  const choose = (name: string, text: string) =>
    page.getByLabel('Backup file').setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) })
  const refusal = section(page, 'Restore').getByRole('alert')
  await choose('cats.json', '{"cats": 3}')
  await expect(refusal).toContainText('This is not an OwnIt backup.')
  await choose('cut.json', backupFile(DOCUMENTS).buffer.toString().slice(0, 300))
  await expect(refusal).toContainText('damaged')
  await choose('newer.json', '{"format":"ownit-backup","version":99,"documents":[]}')
  await expect(refusal).toContainText('newer version of OwnIt')
  await expect(refusal).toContainText('Nothing was changed.')
})

test('exports hold every value with its unit and source, and the journal', async ({ page }) => {
  await restoreFile(page, backupFile(DOCUMENTS))
  const wide = (await exported(page, 'Export days as CSV')).replaceAll('\r\n', '\n')
  expect(wide.replace('\ufeff', '').trim().split('\n')).toEqual([
    'date,weight (kg),steps,sleep (h),calories (kcal),mood',
    '2026-11-21,74.6,8214,,2100,',
    '2026-11-22,74.8,,7.5,,4',
  ])
  const long = await exported(page, 'Export values as CSV')
  expect(long).toContain('2026-11-21,weight,74.6,kg,typed')
  expect(long).toContain('2026-11-21,steps,7900,,google-fit')
  expect(long).toContain('2026-11-22,mood,4,,journal')
  const moods = await exported(page, 'Export mood journal as CSV')
  expect(moods).toContain('2026-11-22,08:30,4,,2,☕,work; rain,')
  expect(moods).toContain('Said ""yes"", then')
})

test('delete everything takes a typed word and leaves nothing', async ({ page }) => {
  await restoreFile(page, backupFile(DOCUMENTS))
  await page.goto('/mood?log=1')
  await page.getByRole('dialog').getByLabel('What is on your mind?').fill('A draft')
  await page.goto('/settings')
  await page.getByRole('radio', { name: 'Dark' }).check()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await section(page, 'Delete everything').getByRole('button', { name: 'Delete everything' }).click()
  const dialog = page.getByRole('alertdialog')
  await expect(dialog.getByRole('button', { name: 'Save a backup first' })).toBeVisible()
  await dismissToasts(page)
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Delete everything' }).click()
  await expect(dialog.getByText('Type the word delete')).toBeVisible()
  expect(await rowsOf(page)).toBeGreaterThan(0)
  await dialog.getByRole('textbox').fill('delete')
  await dialog.getByRole('button', { name: 'Delete everything' }).click()
  await expect(page.getByText('Everything is deleted from this device.')).toBeVisible()
  await expect(page.locator('html')).not.toHaveAttribute('data-theme', 'dark')
  expect(await rowsOf(page)).toBe(0)
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0)
  await page.goto('/')
  await expect(page).toHaveURL('/welcome')
})

/** How many rows IndexedDB holds, over every table of every database. */
function rowsOf(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const finished = <Value>(request: IDBRequest<Value>) =>
      new Promise<Value>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error ?? new Error('No answer from IndexedDB'))
      })
    let rows = 0
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await finished(indexedDB.open(name))
      const stores = [...database.objectStoreNames]
      for (const store of stores) rows += await finished(database.transaction(store).objectStore(store).count())
      database.close()
    }
    return rows
  })
}

test('changes are listed and undone from there; a recovery point goes back further, and comes back', async ({
  page,
}) => {
  await restoreFile(page, backupFile(daysWithSteps(['2026-11-21', '2026-11-22', '2026-11-23'])))
  await restoreFile(page, backupFile(DOCUMENTS))
  const changes = section(page, 'Recent changes')
  await expect(changes.getByRole('listitem')).toHaveCount(2)

  const recovery = section(page, 'Recovery points')
  await recovery.getByRole('button', { name: 'Go back to before: Restored a backup' }).first().click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Go back' }).click()
  await expect(changes.getByRole('listitem').first()).toContainText('Went back to before')
  await page.goto('/?day=2026-11-21')
  await expect(tile(page, 'Weight')).not.toContainText('74.6')
  await expect(tile(page, 'Steps')).toContainText('9\u202f000')
  await page.goto('/settings')
  await changes.getByRole('button', { name: /^Undo: Went back/ }).click()
  await expect(changes.getByRole('listitem').nth(1)).toContainText('Undone')
  await page.goto('/?day=2026-11-21')
  await expect(tile(page, 'Weight')).toContainText('74.6')
})

test('a metric of one’s own is checked, shown on Today, put away and taken out again', async ({ page }) => {
  await restoreFile(page, backupFile(DOCUMENTS))
  const metrics = section(page, 'Metrics')
  await metrics.getByRole('button', { name: 'Add your own' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Lowest possible').fill('100')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog.getByText('Give it a name.')).toBeVisible()
  await expect(dialog.getByText('The highest value must be above the lowest.')).toBeVisible()
  await dismissToasts(page)
  await expectAccessible(page)
  await dialog.getByLabel('Lowest possible').fill('0')
  await dialog.getByLabel('Name').fill('Water')
  await dialog.getByLabel('Unit').fill('ml')
  await dialog.getByLabel('Highest possible').fill('5000')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(metrics.getByRole('switch', { name: 'Water (ml)' })).toBeChecked()
  await page.goto('/?day=2026-11-21')
  await expect(tile(page, 'Water')).toBeVisible()

  await page.goto('/settings')
  await metrics.getByRole('button', { name: 'More for Water' }).click()
  await page.getByRole('menuitem', { name: 'Put away' }).click()
  await expect(metrics.getByRole('switch', { name: 'Water (ml)' })).toHaveCount(0)
  await metrics.getByText('Put away (1)').click()
  await metrics.getByRole('button', { name: 'Take out again' }).click()
  await expect(metrics.getByRole('switch', { name: 'Water (ml)' })).toBeVisible()

  await metrics.getByRole('switch', { name: 'Protein (g)' }).uncheck()
  await expect(page.getByText('Protein is hidden').first()).toBeVisible()
  await page.goto('/?day=2026-11-21')
  await expect(tile(page, 'Weight')).toBeVisible()
  await expect(tile(page, 'Protein')).toHaveCount(0)
})

test('the order of sources decides whose weight is shown', async ({ page }) => {
  const day = { collection: 'day', id: '2026-11-21', fields: { 'weight@google-fit': 74, 'weight@withings': 75 } }
  await restoreFile(page, backupFile([day]))
  await page.goto('/?day=2026-11-21')
  await expect(tile(page, 'Weight')).toContainText('74.0')
  await page.goto('/settings')
  await page.getByRole('button', { name: 'Move Withings up' }).click()
  await expect(section(page, 'Sources').getByRole('listitem').first()).toContainText('1. Withings')
  // The order shows at once, and is said when it is saved.
  await expect(page.getByText('Order of sources changed').first()).toBeVisible()
  await page.goto('/?day=2026-11-21')
  await expect(tile(page, 'Weight')).toContainText('75.0')
})

test('the age of the last backup is shown, and an old one is a warning', async ({ page }) => {
  await restoreFile(page, backupFile(DOCUMENTS))
  const backup = section(page, 'Backup')
  await expect(backup.getByRole('alert')).toContainText('There is no backup yet.')
  await saveBackup(page)
  await expect(backup).toContainText('Last backup: today')
  await expect(backup.getByRole('alert')).toHaveCount(0)
  await page.clock.setFixedTime(new Date('2026-12-24T12:00:00+01:00'))
  await page.goto('/settings')
  await expect(backup.getByRole('alert')).toContainText('Your last backup is from 31 days ago.')
})

test('an address with a section opens there, and what leaves the device is said', async ({ page }) => {
  await page.goto('/settings#privacy')
  await expect(page.getByText('What leaves this device: nothing, unless you turn on sync.')).toBeInViewport()
  await expect(page.locator('#privacy')).toBeFocused()
})

test('sample data is removed and the person’s own stays', async ({ page }) => {
  await page.goto('/welcome')
  await page.getByRole('button', { name: /sample data/i }).click()
  await page.waitForURL('/')
  await restoreFile(page, backupFile([{ collection: 'day', id: '2026-11-21', fields: { weight: 91 } }]))
  await page.getByRole('button', { name: 'Remove the sample data' }).click()
  await expect(section(page, 'Sample data')).toHaveCount(0)
  await page.goto('/streaks')
  await expect(page.getByRole('heading', { level: 2, name: /in a row$/ })).toHaveText('0 days in a row')
  await page.goto('/?day=2026-11-21')
  await expect(tile(page, 'Weight')).toContainText('91.0')
})
