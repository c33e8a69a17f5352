import type { Page } from '@playwright/test'
import { backupFile, daysWithSteps, restoreFile } from './support/backup-file.ts'
import { tabTo } from './support/tab-to.ts'
import { expect, test } from './support/test.ts'

const tile = (page: Page, metric: string) => page.getByRole('button', { name: new RegExp(`^${metric}\\b`) })
const sheet = (page: Page) => page.getByRole('dialog')
const undo = (page: Page) => page.getByRole('status').getByRole('button', { name: 'Undo' }).last()

test.beforeEach(async ({ page }) => {
  await page.clock.setFixedTime(new Date('2026-11-23T10:00:00+01:00'))
  await page.goto('/?day=2026-11-23')
  await expect(page.locator('[data-ready]')).toBeVisible()
})

test('a value is logged, changed and undone by keys, and the focus comes back to where it was', async ({ page }) => {
  await page.keyboard.press('n')
  await expect(sheet(page).getByRole('textbox')).toBeFocused()
  await page.keyboard.type('74.6')
  await expect(sheet(page).getByText('74.6 kg saved on this device')).toBeVisible()
  await tabTo(page, page.getByRole('button', { name: 'Done' }))
  await page.keyboard.press('Enter')
  await expect(sheet(page)).toHaveCount(0)
  await tile(page, 'Weight').focus()
  await page.keyboard.press('Enter')
  await expect(sheet(page).getByRole('textbox')).toBeFocused()
  await page.keyboard.press('Control+A')
  await page.keyboard.type('75.1')
  await expect(sheet(page).getByText('75.1 kg saved on this device')).toBeVisible()
  await tabTo(page, page.getByRole('button', { name: 'Done' }))
  await page.keyboard.press('Enter')
  await expect(sheet(page)).toHaveCount(0)
  await expect(tile(page, 'Weight')).toBeFocused()
  await tabTo(page, undo(page))
  await page.keyboard.press('Enter')
  await expect(tile(page, 'Weight')).toContainText('74.6 kg')
})

test('keys go to a screen, list themselves, and walk the days', async ({ page }) => {
  await page.keyboard.press('ArrowLeft')
  await expect(page).toHaveURL('/?day=2026-11-22')
  // The two must follow each other within a moment, which a busy machine may not manage.
  await expect(async () => {
    await page.keyboard.press('g')
    await page.keyboard.press('h')
    await expect(page).toHaveURL('/history', { timeout: 1000 })
  }).toPass()
  await expect(page.getByRole('main')).toBeFocused()
  await page.keyboard.press('?')
  await expect(sheet(page).getByRole('heading', { name: 'Keyboard' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(sheet(page)).toHaveCount(0)
  await expect(page.getByRole('main')).toBeFocused()
})

test('the first Tab offers to skip to the content, and shows that it has the focus', async ({ page }) => {
  await page.keyboard.press('Tab')
  const skip = page.getByRole('link', { name: 'Skip to content' })
  await expect(skip).toBeFocused()
  await expect(skip).toBeInViewport()
  expect(await skip.evaluate((link) => getComputedStyle(link).outlineStyle)).not.toBe('none')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
})

test('a backup is restored with the keyboard alone', async ({ page }) => {
  await page.goto('/settings')
  const chooser = page.waitForEvent('filechooser')
  await tabTo(page, page.getByRole('button', { name: 'Choose a backup file' }))
  await page.keyboard.press('Enter')
  await (await chooser).setFiles(backupFile(daysWithSteps(['2026-11-20', '2026-11-21'])))
  await tabTo(page, page.getByRole('button', { name: 'Restore it' }))
  await page.keyboard.press('Enter')
  await expect(page.getByText(/^Restored: 2 new/)).toBeVisible()
})

test('a day begins when the person says, set with the keyboard alone', async ({ page }) => {
  await page.goto('/settings')
  await tabTo(page, page.getByRole('combobox', { name: 'My day begins at' }))
  // Half an hour a press: letters would choose only while they follow each other fast enough.
  for (let presses = 0; presses < 6; presses += 1) await page.keyboard.press('ArrowDown')
  await expect(page.getByText('Your day begins at 03:00').first()).toBeVisible()
  await page.reload()
  await expect(page.getByRole('combobox', { name: 'My day begins at' })).toHaveValue('180')
})

test('a pause is added and taken back with the keyboard alone', async ({ page }) => {
  // The eleventh of November is spelled alike where the month stands first.
  await page.clock.setFixedTime(new Date('2026-11-12T10:00:00+01:00'))
  await restoreFile(page, backupFile(daysWithSteps(['2026-11-10', '2026-11-12'])))
  await page.goto('/streaks')
  await tabTo(page, page.getByRole('button', { name: 'Add a pause' }))
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByLabel('First day'))
  await page.keyboard.type('11112026')
  await tabTo(page, page.getByLabel('Last day'))
  await page.keyboard.type('11112026')
  await page.keyboard.press('Enter')
  await expect(sheet(page)).toHaveCount(0)
  await expect(page.getByRole('heading', { level: 2, name: '2 days in a row' })).toBeVisible()
  await tabTo(page, undo(page))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 2, name: '1 day in a row' })).toBeVisible()
})

test('a value of an earlier day is changed in the table of days with the keyboard alone', async ({ page }) => {
  await restoreFile(page, backupFile(daysWithSteps(['2026-11-20', '2026-11-22'])))
  await page.goto('/history')
  await tabTo(page, page.getByRole('button', { name: 'Edit Fri 20 Nov 2026' }))
  await page.keyboard.press('Enter')
  await tabTo(page, sheet(page).getByRole('textbox', { name: 'Steps' }))
  await page.keyboard.press('Control+A')
  await page.keyboard.type('4321')
  await tabTo(page, sheet(page).getByRole('button', { name: 'Close' }))
  await page.keyboard.press('Enter')
  await expect(sheet(page)).toHaveCount(0)
  await expect(page.getByText('4 321').first()).toBeVisible()
  await page.reload()
  await expect(page.getByText('4 321').first()).toBeVisible()
})
