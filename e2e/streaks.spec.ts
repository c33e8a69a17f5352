import type { Page } from '@playwright/test'
import { addDays, type CivilDate, datesBetween } from '../shared/calendar/civil-date.ts'
import { expectAccessible } from './support/axe.ts'
import { backupFile, daysWithSteps, restoreFile } from './support/backup-file.ts'
import { expect, test } from './support/test.ts'
import { dismissToasts } from './support/toasts.ts'

const civil = (text: string) => text as CivilDate
const daysUntil = (last: CivilDate, count: number) => datesBetween(addDays(last, 1 - count), last)

const current = (page: Page) => page.getByRole('heading', { level: 2, name: /in a row$/ })
const streakIs = (page: Page, days: number) =>
  expect(current(page)).toHaveText(`${days} ${days === 1 ? 'day' : 'days'} in a row`)

/** The streak screen at an instant. */
async function openAt(page: Page, instant: string): Promise<void> {
  await page.clock.setFixedTime(new Date(instant))
  await page.goto('/streaks')
  await expect(current(page)).toBeVisible()
}

async function setDayStart(page: Page, clock: string): Promise<void> {
  await page.goto('/settings')
  await page.getByRole('combobox', { name: 'My day begins at' }).selectOption(clock)
  await expect(page.getByText(`Your day begins at ${clock}`).first()).toBeVisible()
}

async function setTimeZone(page: Page, zone: string): Promise<void> {
  await page.goto('/settings')
  await page.getByRole('combobox', { name: 'Time zone' }).selectOption(zone)
  await expect(page.getByText(`Time zone set to ${zone.replace('_', ' ')}`).first()).toBeVisible()
}

/** Types today's weight, whatever day the app takes today for. */
async function logToday(page: Page): Promise<void> {
  await page.goto('/')
  await page.getByRole('button', { name: /^Weight\b/ }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('textbox').fill('74.6')
  await expect(sheet.getByText('saved on this device')).toBeVisible()
}

// Each with a night in which the clocks change, told by instants, and a day that begins at 03:00.
const NIGHTS = [
  {
    timezoneId: 'Europe/Berlin',
    change: '2026-10-25',
    stillTheDayBefore: ['2026-10-25T01:30+02:00', '2026-10-25T02:30+02:00', '2026-10-25T02:59+01:00'],
    theDay: '2026-10-25T03:01+01:00',
    nextNight: '2026-10-26T02:00+01:00',
    nextDay: '2026-10-26T03:01+01:00',
    dayAfter: '2026-10-27T03:01+01:00',
  },
  {
    timezoneId: 'America/New_York',
    change: '2026-11-01',
    stillTheDayBefore: ['2026-11-01T01:30-04:00', '2026-11-01T01:30-05:00', '2026-11-01T02:59-05:00'],
    theDay: '2026-11-01T03:01-05:00',
    nextNight: '2026-11-02T02:00-05:00',
    nextDay: '2026-11-02T03:01-05:00',
    dayAfter: '2026-11-03T03:01-05:00',
  },
  {
    timezoneId: 'Pacific/Auckland',
    change: '2026-09-27',
    // There is no 02:30 in that night: a minute after 01:59 it is 03:00.
    stillTheDayBefore: ['2026-09-27T00:30+12:00', '2026-09-27T01:59+12:00'],
    theDay: '2026-09-27T03:00+13:00',
    nextNight: '2026-09-28T02:00+13:00',
    nextDay: '2026-09-28T03:01+13:00',
    dayAfter: '2026-09-29T03:01+13:00',
  },
] as const

for (const night of NIGHTS) {
  test.describe(night.timezoneId, () => {
    test.use({ timezoneId: night.timezoneId })

    test('a streak holds over the night in which the clocks change, with a day that begins at 03:00', async ({
      page,
    }) => {
      test.setTimeout(120_000)
      const change = civil(night.change)
      await page.clock.setFixedTime(new Date(night.stillTheDayBefore[0]))
      await restoreFile(page, backupFile(daysWithSteps(daysUntil(addDays(change, -1), 10))))
      await setDayStart(page, '03:00')

      for (const instant of night.stillTheDayBefore) {
        await openAt(page, instant)
        await streakIs(page, 10)
        await expect(page.getByText('Today has an entry')).toBeVisible()
      }

      await openAt(page, night.theDay)
      await streakIs(page, 10)
      await expect(page.getByText('Today is still open: one entry makes it 11.')).toBeVisible()
      await logToday(page)
      await openAt(page, night.theDay)
      await streakIs(page, 11)

      // Two o'clock in the next night still belongs to the day of the change.
      await openAt(page, night.nextNight)
      await streakIs(page, 11)
      await expect(page.getByText('Today has an entry')).toBeVisible()

      await openAt(page, night.nextDay)
      await streakIs(page, 11)
      await expect(page.getByText(/^Today is still open/)).toBeVisible()

      await openAt(page, night.dayAfter)
      await streakIs(page, 0)
      await expect(page.getByText('The next entry begins a new streak.')).toBeVisible()
    })
  })
}

test('what is logged at two at night counts for the day before, and travel changes no day', async ({ page }) => {
  await page.clock.setFixedTime(new Date('2026-11-24T02:00+01:00'))
  await restoreFile(page, backupFile(daysWithSteps(daysUntil(civil('2026-11-22'), 5))))
  await setDayStart(page, '03:00')
  await logToday(page)
  await openAt(page, '2026-11-24T02:00+01:00')
  await streakIs(page, 6)

  await setTimeZone(page, 'Pacific/Auckland')
  await openAt(page, '2026-11-24T02:00+01:00')
  // There it is the 24th already: the days keep their dates and today is open.
  await streakIs(page, 6)
  await expect(page.getByText(/^Today is still open/)).toBeVisible()
  await setTimeZone(page, 'America/New_York')
  await openAt(page, '2026-11-24T02:00+01:00')
  await streakIs(page, 6)
  await expect(page.getByText('Today has an entry')).toBeVisible()
})

test.describe('the streak screen', () => {
  const today = civil('2026-11-23')
  const now = '2026-11-23T12:00+01:00'
  const missed = [civil('2026-11-17'), civil('2026-11-18')]

  test.beforeEach(async ({ page }) => {
    await page.clock.setFixedTime(new Date(now))
    const logged = daysUntil(today, 20).filter((date) => !missed.includes(date))
    await restoreFile(page, backupFile(daysWithSteps(logged)))
    await openAt(page, now)
  })

  const addPause = async (page: Page, from: string, until: string) => {
    await page.getByRole('button', { name: 'Add a pause' }).click()
    await page.getByLabel('First day').fill(from)
    await page.getByLabel('Last day').fill(until)
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  }

  test('a pause over missed days joins the streak; undo parts it, and a reload keeps it @phone', async ({ page }) => {
    await streakIs(page, 5)
    await addPause(page, '2026-11-17', '2026-11-18')
    await streakIs(page, 18)
    await expect(page.getByRole('button', { name: 'Tue 17 Nov 2026: paused' })).toBeVisible()
    await page.getByRole('button', { name: 'Undo' }).click()
    await streakIs(page, 5)
    await expect(page.getByRole('button', { name: 'Tue 17 Nov 2026: no entry' })).toBeVisible()
    await addPause(page, '2026-11-16', '2026-11-18')
    await streakIs(page, 18)
    await page.reload()
    await streakIs(page, 18)
    await dismissToasts(page)
    await expectAccessible(page)
  })

  test('a pause with an open end holds for weeks, and ends when the person says', async ({ page }) => {
    await addPause(page, '2026-11-24', '')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await openAt(page, '2026-12-20T12:00+01:00')
    await streakIs(page, 5)
    await expect(page.getByText('Today is paused')).toBeVisible()
    await page.getByRole('button', { name: /^More for the pause/ }).click()
    await page.getByRole('menuitem', { name: 'End today' }).click()
    await expect(page.getByRole('region', { name: 'Pauses' })).toContainText('Tue 24 Nov 2026 – Sun 20 Dec 2026')
    await openAt(page, '2026-12-22T12:00+01:00')
    await streakIs(page, 0)
  })

  test('a pause can be changed and deleted, and its deletion undone', async ({ page }) => {
    await addPause(page, '2026-11-17', '2026-11-17')
    await streakIs(page, 5)
    await page.getByRole('button', { name: /^More for the pause/ }).click()
    await page.getByRole('menuitem', { name: 'Edit' }).click()
    await page.getByLabel('Last day').fill('2026-11-18')
    await page.getByRole('radio', { name: 'Other' }).check()
    await page.getByLabel('In your words').fill('Moving house')
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
    await streakIs(page, 18)
    await expect(page.getByText('Moving house')).toBeVisible()
    await page.getByRole('button', { name: /^More for the pause/ }).click()
    await page.getByRole('menuitem', { name: 'Delete' }).click()
    await streakIs(page, 5)
    await page.getByRole('status').filter({ hasText: 'deleted' }).getByRole('button', { name: 'Undo' }).last().click()
    await streakIs(page, 18)
  })

  test('overlapping and reversed pauses are refused in words', async ({ page }) => {
    const dialog = page.getByRole('dialog')
    await addPause(page, '2026-11-17', '2026-11-18')
    await expect(dialog).toHaveCount(0)
    await addPause(page, '2026-11-18', '')
    await expect(dialog.getByRole('alert')).toContainText(
      'These days overlap the pause Tue 17 Nov 2026 – Wed 18 Nov 2026 (vacation).',
    )
    await page.getByLabel('First day').fill('2026-11-20')
    await page.getByLabel('Last day').fill('2026-11-19')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await expect(dialog.getByRole('alert')).toContainText('The last day is before the first.')
    await dismissToasts(page)
    await expectAccessible(page)
  })

  test('each goal has a streak of its own, in days or weeks; pauses hold it, and it leads to its goal', async ({
    page,
  }) => {
    const steps = page.getByRole('region', { name: 'Goals' }).getByRole('link', { name: /^Steps/ })
    await expect(page.getByText('No goal of every day or every week yet.')).toBeVisible()
    const rule = { kind: 'atLeast', low: 8000, paused: false }
    const goal = (id: string, cadence: string) => ({
      collection: 'goal',
      id,
      fields: { metric: 'steps', weekStart: 1, 'rule@2026-11-04': { ...rule, cadence, until: '2026-12-24' } },
    })
    await restoreFile(page, backupFile([goal('a', 'day'), goal('b', 'week'), goal('c', 'byDate')]))
    await openAt(page, now)
    await expect(steps).toHaveCount(2)
    await expect(steps.first()).toHaveAccessibleName(/every day 5 days in a row, longest 13$/)
    await expect(steps.last()).toHaveAccessibleName(/every week 3 weeks in a row, longest 3$/)
    await addPause(page, '2026-11-17', '2026-11-18')
    await expect(steps.first()).toHaveAccessibleName(/every day 18 days in a row, longest 18$/)
    await dismissToasts(page)
    await expectAccessible(page)
    await steps.last().click()
    await expect(page).toHaveURL('/goals?goal=b')
    await expect(page.locator('[data-goal]').nth(1)).toBeInViewport()
  })

  test('the calendar is one stop for Tab, is walked by arrows, and opens a day on Today', async ({ page }) => {
    const day = (name: string) => page.getByRole('button', { name })
    await day('Mon 23 Nov 2026, today: entry').focus()
    await page.keyboard.press('ArrowUp')
    await expect(day('Mon 16 Nov 2026: entry')).toBeFocused()
    await page.keyboard.press('ArrowRight')
    await expect(day('Tue 17 Nov 2026: no entry')).toBeFocused()
    await page.keyboard.press('Home')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL('/?day=2026-11-17')
  })

  test('the week begins where the person says, and the calendar has a list as its twin', async ({ page }) => {
    const weekdays = page.getByRole('grid').getByRole('columnheader')
    await expect(weekdays.first()).toHaveText('Mon')
    await page.getByText('The same as a list').click()
    await expect(page.getByText('2 days without an entry')).toBeVisible()
    await page.goto('/settings')
    await page.getByRole('combobox', { name: 'A week begins on' }).selectOption('Sunday')
    await expect(page.getByText('A week begins on Sunday').first()).toBeVisible()
    await openAt(page, now)
    await expect(weekdays.first()).toHaveText('Sun')
  })

  test('milestones carry the dates they were reached, and the next one', async ({ page }) => {
    await expect(page.getByRole('listitem').filter({ hasText: '7 days' }).first()).toContainText(
      'first on Tue 10 Nov 2026',
    )
    await expect(page.getByText('2 to go')).toBeVisible()
  })
})

test('without an entry there is one thing to do @phone', async ({ page }) => {
  await page.goto('/streaks')
  await expect(page.getByText('No streak yet.')).toBeVisible()
  await dismissToasts(page)
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Log today' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
})
