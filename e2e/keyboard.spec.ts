import type { Page } from '@playwright/test'
import { backupFile, daysWithSteps } from './support/backup-file.ts'
import { expect, test } from './support/test.ts'

const tile = (page: Page, metric: string) => page.getByRole('button', { name: new RegExp(`^${metric}\\b`) })
const sheet = (page: Page) => page.getByRole('dialog')

test.beforeEach(async ({ page }) => {
  await page.clock.setFixedTime(new Date('2026-11-23T10:00:00+01:00'))
  await page.goto('/?day=2026-11-23')
  await expect(page.locator('[data-ready]')).toBeVisible()
})

/** Presses Tab until something whose text or label is `name` has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab')
    const at = await page.evaluate(
      () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
    )
    if (at.trim().startsWith(name)) return
  }
  throw new Error(`Tab does not reach ${name}`)
}

test('a value is logged, changed and undone by keys, and the focus comes back to where it was', async ({ page }) => {
  await page.keyboard.press('n')
  await expect(sheet(page).getByRole('textbox')).toBeFocused()
  await page.keyboard.type('74.6')
  await expect(sheet(page).getByText('74.6 kg saved on this device')).toBeVisible()
  await tabTo(page, 'Done')
  await page.keyboard.press('Enter')
  await expect(sheet(page)).toHaveCount(0)
  await tile(page, 'Weight').focus()
  await page.keyboard.press('Enter')
  await expect(sheet(page).getByRole('textbox')).toBeFocused()
  await page.keyboard.press('Control+A')
  await page.keyboard.type('75.1')
  await expect(sheet(page).getByText('75.1 kg saved on this device')).toBeVisible()
  await tabTo(page, 'Done')
  await page.keyboard.press('Enter')
  await expect(sheet(page)).toHaveCount(0)
  await expect(tile(page, 'Weight')).toBeFocused()
  const undo = page.getByRole('status').getByRole('button', { name: 'Undo' }).last()
  await tabTo(page, 'Undo')
  if (!(await undo.evaluate((button) => button === document.activeElement))) await tabTo(page, 'Undo')
  await page.keyboard.press('Enter')
  await expect(tile(page, 'Weight')).toContainText('74.6 kg')
})

test('keys go to a screen, list themselves, and walk the days', async ({ page }) => {
  await page.keyboard.press('ArrowLeft')
  await expect(page).toHaveURL('/?day=2026-11-22')
  await page.keyboard.press('g')
  await page.keyboard.press('h')
  await expect(page).toHaveURL('/history')
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
  await tabTo(page, 'Choose a backup file')
  await page.keyboard.press('Enter')
  await (await chooser).setFiles(backupFile(daysWithSteps(['2026-11-20', '2026-11-21'])))
  const restore = page.getByRole('button', { name: 'Restore it' })
  await restore.waitFor()
  await tabTo(page, 'Restore it')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/^Restored: 2 new/)).toBeVisible()
})
