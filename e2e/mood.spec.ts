import type { Page } from '@playwright/test'
import { expectAccessible } from './support/axe.ts'
import { backupFile, restoreFile } from './support/backup-file.ts'
import { expect, test } from './support/test.ts'
import { dismissToasts } from './support/toasts.ts'

const form = (page: Page) => page.getByRole('dialog')
const journal = (page: Page) => page.getByRole('region', { name: 'Journal' })
const undo = (page: Page, label: string) =>
  page.getByRole('status').filter({ hasText: label }).getByRole('button', { name: 'Undo' }).last().click()

test.beforeEach(async ({ page }) => {
  await page.clock.setFixedTime(new Date('2026-11-23T08:05:00+01:00'))
})

async function logMood(page: Page, word: string, text: string): Promise<void> {
  await page.getByRole('button', { name: 'Log mood' }).first().click()
  await form(page).getByRole('radio', { name: word }).check()
  await form(page).getByLabel('What is on your mind?').fill(text)
  await form(page).getByRole('button', { name: 'Save' }).click()
  await expect(form(page)).toHaveCount(0)
  await expect(journal(page).getByText(text)).toBeVisible()
}

async function menuOf(page: Page, entry: RegExp, item: string): Promise<void> {
  await journal(page).getByRole('button', { name: entry }).click()
  await page.getByRole('menuitem', { name: item }).click()
}

test('an entry is logged with everything it can hold, and a reload keeps it @phone', async ({ page }) => {
  await page.goto('/mood?log=1')
  await expect(form(page).getByLabel('Day')).toHaveValue('2026-11-23')
  await expect(form(page).getByLabel('Time')).toHaveValue('08:05')
  await dismissToasts(page)
  await expectAccessible(page)
  await form(page).getByRole('radio', { name: 'Good' }).check()
  await form(page)
    .getByRole('group', { name: /^Energy/ })
    .getByRole('radio', { name: '4, high' })
    .check()
  await form(page)
    .getByRole('group', { name: /^Stress/ })
    .getByRole('radio', { name: '2, low' })
    .check()
  await form(page).getByRole('textbox', { name: 'Tags' }).fill('work, long walk')
  await form(page).getByLabel('What is on your mind?').fill('Slept well.')
  await form(page).getByRole('textbox', { name: 'Emoji' }).fill('☕')
  await form(page).getByRole('button', { name: 'Save' }).click()
  await expect(form(page)).toHaveCount(0)
  await expect(page).toHaveURL('/mood')
  for (const _ of ['at once', 'after a reload']) {
    await expect(journal(page).getByText('Good')).toBeVisible()
    await expect(journal(page)).toContainText('08:05')
    await expect(journal(page).getByText('energy high · stress low')).toBeVisible()
    await expect(journal(page).getByRole('list', { name: 'Tags' }).getByRole('listitem')).toHaveText([
      'work',
      'long walk',
    ])
    await expect(journal(page).getByText('Slept well.')).toBeVisible()
    await page.reload()
  }
  await expect(journal(page).getByText('Slept well.')).toBeVisible()
  await dismissToasts(page)
  await expectAccessible(page)
})

test('what was begun survives a closed form and a reload, and can be started over', async ({ page }) => {
  await page.goto('/mood?log=1')
  await form(page).getByRole('radio', { name: 'Bad', exact: true }).check()
  await form(page).getByLabel('What is on your mind?').fill('Half a sen')
  await page.reload()
  await page.getByRole('button', { name: 'Log mood' }).first().click()
  await expect(form(page).getByText('You go on with an entry you had begun.')).toBeVisible()
  await expect(form(page).getByLabel('What is on your mind?')).toHaveValue('Half a sen')
  await expect(form(page).getByRole('radio', { name: 'Bad', exact: true })).toBeChecked()
  await page.keyboard.press('Escape')
  await expect(form(page)).toHaveCount(0)
  await page.getByRole('button', { name: 'Log mood' }).first().click()
  await form(page).getByRole('button', { name: 'Start over' }).click()
  await expect(form(page).getByLabel('What is on your mind?')).toHaveValue('')
})

test('a face is needed, and a day that is still to come is refused', async ({ page }) => {
  await page.goto('/mood?log=1')
  await form(page).getByLabel('Day').fill('2026-11-24')
  await form(page).getByRole('button', { name: 'Save' }).click()
  await expect(form(page).getByText('Choose one of the five faces.')).toBeVisible()
  await expect(form(page).getByText('This day is still to come.')).toBeVisible()
})

test('an entry is changed and deleted; each is undone, and a reload keeps it so', async ({ page }) => {
  await page.goto('/mood')
  await logMood(page, 'Good', 'Coffee with Ann')
  await menuOf(page, /^More for Good/, 'Edit')
  await form(page).getByRole('radio', { name: 'Great' }).check()
  await form(page).getByRole('button', { name: 'Save' }).click()
  await expect(journal(page).getByText('Great')).toBeVisible()
  await undo(page, 'Mood on Mon 23 Nov 2026 changed')
  await expect(journal(page).getByText('Good')).toBeVisible()

  await menuOf(page, /^More for Good/, 'Delete')
  await expect(page.getByText('Nothing written yet.')).toBeVisible()
  await undo(page, 'Mood on Mon 23 Nov 2026 deleted')
  await expect(journal(page).getByText('Coffee with Ann')).toBeVisible()
  await page.reload()
  await expect(journal(page).getByText('Coffee with Ann')).toBeVisible()
})

test('at two at night the day that is suggested is still the one before', async ({ page }) => {
  await page.goto('/settings')
  await page.getByRole('combobox', { name: 'My day begins at' }).selectOption('03:00')
  await expect(page.getByText('At 02:00 on Tuesday it is still Monday for you.')).toBeVisible()
  // The choice shows at once; the toast says that it is on the disk.
  await expect(page.getByRole('status').getByRole('button', { name: 'Undo' }).first()).toBeVisible()
  await page.clock.setFixedTime(new Date('2026-11-24T02:00:00+01:00'))
  await page.goto('/mood?log=1')
  await expect(form(page).getByLabel('Day')).toHaveValue('2026-11-23')
  await expect(form(page).getByLabel('Time')).toHaveValue('02:00')
})

test.describe('a long journal', () => {
  test.beforeEach(async ({ page }) => {
    const entries = Array.from({ length: 3000 }, (_, index) => {
      const date = new Date(Date.UTC(2026, 10, 22) - Math.floor(index / 3) * 86_400_000).toISOString().slice(0, 10)
      const fields = {
        date,
        time: `${String(8 + (index % 3) * 5).padStart(2, '0')}:00`,
        rating: 1 + (index % 5),
        energy: null,
        stress: null,
        emoji: '',
        tags: index % 100 === 0 ? ['rain'] : ['work'],
        reflection: index === 2900 ? 'The needle in the haystack' : '',
      }
      return { collection: 'mood', id: `0190f0d0-0000-7000-8000-${String(index).padStart(12, '0')}`, fields }
    })
    await restoreFile(page, backupFile(entries))
    await page.goto('/mood')
    await expect(journal(page).getByRole('listitem').first()).toBeVisible()
  })

  test('is shown a page at a time and searched whole', async ({ page }) => {
    const entries = journal(page).getByRole('button', { name: /^More for/ })
    await expect(entries).toHaveCount(50)
    await journal(page).getByRole('button', { name: 'Show older entries' }).click()
    await expect(entries).toHaveCount(100)
    const search = journal(page).getByRole('searchbox')
    await search.fill('haystack NEEDLE')
    await expect(entries).toHaveCount(1)
    await expect(journal(page).getByText('The needle in the haystack')).toBeVisible()
    await expect(journal(page).getByText('One entry matches.')).toBeVisible()
    await search.fill('#rain')
    await expect(journal(page).getByText('30 entries match.')).toBeVisible()
    await search.fill('nothing like it')
    await expect(journal(page).getByText('No entry has these words or tags.')).toBeVisible()
  })

  test('has a calendar that the keyboard walks over the months @phone', async ({ page }) => {
    const view = page.getByRole('radio', { name: 'Calendar' })
    if (await view.isVisible()) await view.check()
    const calendar = page.getByRole('region', { name: 'Calendar' })
    await expect(calendar.getByText(/^22 of 23 days in November 2026 have a mood; the mean is/)).toBeVisible()
    await calendar.getByRole('button', { name: /^Mon 23 Nov 2026/ }).focus()
    await page.keyboard.press('ArrowLeft')
    await expect(calendar.getByRole('button', { name: /^Sun 22 Nov 2026: Bad, 2/ })).toBeFocused()
    await page.keyboard.press('PageUp')
    await expect(calendar.getByRole('heading', { name: 'October 2026' })).toBeVisible()
    await expect(calendar.getByRole('button', { name: /^Thu 22 Oct 2026: / })).toBeFocused()
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await expect(calendar.getByRole('button', { name: /^More for .+ Thu 15 Oct 2026/ })).toHaveCount(3)
    await dismissToasts(page)
    await expectAccessible(page)
  })
})

test('a day’s mean stands in the calendar and on Today', async ({ page }) => {
  await page.goto('/mood')
  await logMood(page, 'Good', 'Morning')
  await logMood(page, 'Great', 'Noon')
  const calendar = page.getByRole('region', { name: 'Calendar' })
  await expect(calendar.getByRole('button', { name: 'Mon 23 Nov 2026: Great, 4.5' })).toBeVisible()
  await page.goto('/')
  await expect(page.getByRole('main')).toContainText('4.5')
})
