import type { Page } from '@playwright/test'
import { expectAccessible } from './support/axe.ts'
import { setClock } from './support/clock.ts'
import { beginWith } from './support/first-start.ts'
import { expect, test } from './support/test.ts'

test.beforeEach(async ({ page }) => {
  await page.clock.setFixedTime(new Date(NOW))
})

const NOW = '2026-11-23T10:00:00+01:00'
const DAY = 'Sun 22 Nov 2026'
const row = (page: Page, day: string) =>
  page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: day }) })
const sheet = (page: Page) => page.getByRole('dialog')
const chart = (page: Page) => page.locator('[data-drawn]')

/** History with about 400 days of sample data, once its chart is painted. */
async function openHistory(page: Page, origin: string | undefined, query: string, drawn: string): Promise<void> {
  await beginWith(page, origin ?? '', 'sample')
  await goToHistory(page, query, drawn)
}

async function goToHistory(page: Page, query: string, drawn: string): Promise<void> {
  await page.goto(`/history${query}`)
  await isDrawn(page, drawn)
}

const isDrawn = (page: Page, drawn: string) => expect(chart(page)).toHaveAttribute('data-drawn', drawn)

async function setWeight(page: Page, text: string): Promise<void> {
  await page.getByRole('button', { name: `Edit ${DAY}` }).click()
  await sheet(page).getByRole('textbox', { name: 'Weight' }).fill(text)
  await expect(page.getByText('Weight on 22 Nov saved')).toBeVisible()
  await sheet(page).getByRole('button', { name: 'Close' }).click()
  await expect(sheet(page)).toHaveCount(0)
}

test.describe('the table of all days', () => {
  test('keeps an edited value over a reload, and undo brings the one before back @phone', async ({ page, baseURL }) => {
    await openHistory(page, baseURL, '?metric=weight', 'weight:3M')
    await setWeight(page, '74.3')
    await expect(row(page, DAY)).toContainText('74.3 kg')
    await page.reload()
    await expect(row(page, DAY)).toContainText('74.3 kg')

    await setWeight(page, '70.1')
    await expect(row(page, DAY)).toContainText('70.1 kg')
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(row(page, DAY)).toContainText('74.3 kg')
    await page.reload()
    await expect(row(page, DAY)).toContainText('74.3 kg')
  })

  test('deletes a day with all its values, and undo brings them back @phone', async ({ page, baseURL }) => {
    await openHistory(page, baseURL, '?metric=steps', 'steps:3M')
    await page.getByRole('button', { name: `Edit ${DAY}` }).click()
    await sheet(page).getByRole('button', { name: 'Delete day' }).click()
    await expect(page.getByText(`${DAY} deleted`)).toBeVisible()
    await expect(row(page, DAY)).toHaveCount(0)
    await page.reload()
    await isDrawn(page, 'steps:3M')
    await expect(row(page, DAY)).toHaveCount(0)

    const saturday = row(page, 'Sat 21 Nov 2026')
    // Its values alone: where they came from is read once they are drawn.
    const values = () => saturday.getByRole('cell').filter({ hasText: /\d/ }).allInnerTexts()
    await expect.poll(values).not.toEqual([])
    const before = await values()
    await page.getByRole('button', { name: 'Edit Sat 21 Nov 2026' }).click()
    await sheet(page).getByRole('button', { name: 'Delete day' }).click()
    await expect(saturday).toHaveCount(0)
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(values).toEqual(before)
    await expect(row(page, DAY)).toHaveCount(0)
  })

  test('says where the values of a day came from, and leads to the day', async ({ page, baseURL }) => {
    await openHistory(page, baseURL, '?metric=weight', 'weight:3M')
    await expect(row(page, DAY)).toContainText('sample data')
    await setWeight(page, '74.3')
    await expect(row(page, DAY)).toContainText('typed')
    await page.getByRole('button', { name: `Edit ${DAY}` }).click()
    await expect(sheet(page)).toContainText('Typed by you. Also recorded: sample data')
    await sheet(page).getByRole('link', { name: 'Open on Today' }).click()
    await expect(page).toHaveURL(/\/\?day=2026-11-22$/)
  })

  test('sorts by a metric and lists the days on which it is missing', async ({ page, baseURL }) => {
    await openHistory(page, baseURL, '?metric=weight', 'weight:3M')
    const table = page.getByRole('table', { name: 'All days' })
    await table.getByRole('button', { name: 'Weight' }).click()
    await expect(table.getByRole('columnheader', { name: 'Weight' })).toHaveAttribute('aria-sort', 'descending')
    const kilos = await table.getByRole('cell').filter({ hasText: /kg$/ }).allInnerTexts()
    const shown = kilos.map((text) => Number.parseFloat(text))
    expect(shown.length).toBeGreaterThan(5)
    expect(shown).toEqual([...shown].sort((a, b) => b - a))

    await page.getByRole('radio', { name: 'Days without weight' }).check()
    await expect(page).toHaveURL(/view=missing/)
    await expect(table.getByRole('cell').filter({ hasText: /kg$/ })).toHaveCount(0)
    await page.getByLabel('From', { exact: true }).fill('2027-01-01')
    await expect(page.getByText('No day matches')).toBeVisible()
    await page.getByRole('button', { name: 'Show all days' }).click()
    await expect(table.getByRole('cell').filter({ hasText: /kg$/ }).first()).toBeVisible()
    await table.getByRole('button', { name: 'Day' }).click()
    await expect(row(page, DAY)).toHaveCount(1)
  })
})

test.describe('the explorer', () => {
  test('shows each range against the equal window before it, and keeps it in the address', async ({
    page,
    baseURL,
  }) => {
    await openHistory(page, baseURL, '?metric=sleep&range=M', 'sleep:M')
    await expect(page.getByText(/the 30 days before$/).first()).toBeVisible()
    await expect(page.getByText(/of 30 nights recorded/)).toBeVisible()
    await page.getByRole('radio', { name: 'Week, 7 days' }).check({ force: true })
    await isDrawn(page, 'sleep:W')
    await expect(page.getByText('17 – 23 Nov 2026').first()).toBeVisible()
    await page.getByRole('button', { name: 'Earlier' }).click()
    await expect(page.getByText('10 – 16 Nov 2026').first()).toBeVisible()
    await page.reload()
    await isDrawn(page, 'sleep:W')
    await expect(page.getByText('10 – 16 Nov 2026').first()).toBeVisible()
    await page.getByRole('button', { name: 'Later' }).click()
    await expect(page.getByRole('button', { name: 'Later' })).toBeDisabled()
    await page.getByRole('radio', { name: 'All days', exact: true }).first().check({ force: true })
    await isDrawn(page, 'sleep:All')
    await page.getByRole('radio', { name: 'Steps' }).check({ force: true })
    await isDrawn(page, 'steps:All')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Steps')
  })

  test('lays up to four metrics over each other and reads their real values', async ({ page, baseURL }) => {
    await openHistory(page, baseURL, '?metric=sleep&range=6M', 'sleep:6M')
    for (const name of ['Weight', 'Steps', 'Mood']) await page.getByRole('checkbox', { name }).check({ force: true })
    await expect(page).toHaveURL(/compare=weight%2Csteps%2Cmood/)
    await expect(page.getByRole('checkbox', { name: 'Protein' })).toBeDisabled()
    await isDrawn(page, 'sleep:6M')
    await page.getByRole('group', { name: /^Sleep, Weight, Steps, Mood/ }).focus()
    await page.keyboard.press('End')
    await page.keyboard.press('ArrowLeft')
    await expect(chart(page).locator('[aria-live]')).toHaveText(
      /^Sun 22 Nov 2026: Sleep \d h \d\d, Weight [\d.]+ kg, Steps/,
    )
  })

  test('is read day by day by the keys, and as a table', async ({ page, baseURL }) => {
    await openHistory(page, baseURL, '?metric=steps&range=M', 'steps:M')
    await page.getByRole('group', { name: /^Steps, the last 30 days/ }).focus()
    await page.keyboard.press('Home')
    await expect(chart(page).locator('[aria-live]')).toHaveText(/^Sun 25 Oct 2026: Steps/)
    await page.keyboard.press('ArrowRight')
    await expect(chart(page).locator('[aria-live]')).toHaveText(/^Mon 26 Oct 2026: Steps/)
    await chart(page).getByText('Show as a table').press('Enter')
    await expect(chart(page).getByRole('table')).toContainText('newest first')
    expect(await chart(page).getByRole('row').count()).toBeGreaterThan(20)
  })

  test('sets a range beside the difference from the days before', async ({ page, baseURL }) => {
    await openHistory(page, baseURL, '?metric=sleep&range=3M', 'sleep:3M')
    const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: /^The 90 days before/ }) })
    await expect(row).toContainText(/[+−]?\d+ min\s*[+−]?\d+ min to [+−]?\d+ min\s*(about the same|more|less)/)
  })

  test('says so where a period holds nothing, and offers a wider one', async ({ page, baseURL }) => {
    await beginWith(page, baseURL ?? '', 'sample')
    await page.clock.setFixedTime(new Date('2026-12-10T10:00:00+01:00'))
    await goToHistory(page, '?metric=sleep&range=W', 'sleep:W')
    await expect(page.getByText('No sleep is recorded in this period.')).toBeVisible()
    await page.getByRole('button', { name: 'Show month' }).click()
    await isDrawn(page, 'sleep:M')
    await expect(page.getByText(/of 30 nights recorded/)).toBeVisible()
  })

  test('with no days says what is missing and offers the import', async ({ page, baseURL }) => {
    await beginWith(page, baseURL ?? '', 'empty')
    await page.goto('/history')
    await expect(page.getByText('No past days yet')).toBeVisible()
    await page.getByRole('link', { name: 'Import a file' }).click()
    await expect(page).toHaveURL('/import')
  })
})

test.describe('the outlook', () => {
  test.use({ serviceWorkers: 'block' })

  test('draws the days to come and the levels that moved when asked to, and says them', async ({ page, baseURL }) => {
    await setClock(page, NOW)
    await openHistory(page, baseURL, '?metric=weight&range=1Y', 'weight:1Y')
    await page.getByRole('switch', { name: 'Forecast and levels that moved' }).check()
    await expect(page).toHaveURL(/outlook=on/)
    await expect(chart(page).getByRole('listitem').filter({ hasText: 'Forecast' })).toBeVisible({ timeout: 20_000 })
    await isDrawn(page, 'weight:1Y')
    await page.getByRole('group', { name: /^Weight, the last 365 days/ }).focus()
    await page.keyboard.press('End')
    await expect(chart(page).locator('[aria-live]')).toHaveText(
      /: Forecast [\d.]+ kg, 95 of 100 days [\d.]+ kg to [\d.]+ kg/,
    )
    await expect(page.locator('[data-about^="forecast:weight"]')).toContainText('80 % range')
    await expect(page.locator('[data-about^="change:weight"]').first()).toContainText('give or take')
    await expectAccessible(page)
    await page.getByRole('checkbox', { name: 'Steps' }).check({ force: true })
    await expect(page.getByRole('switch', { name: 'Forecast and levels that moved' })).toBeDisabled()
  })
})

test('axe finds nothing on a full screen and on an open day @phone', async ({ page, baseURL }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await openHistory(page, baseURL, '?metric=sleep&range=1Y&compare=steps,weight,mood', 'sleep:1Y')
  await expectAccessible(page)
  expect(await page.locator('*').count()).toBeLessThan(1500)
  await page.getByRole('button', { name: `Edit ${DAY}` }).click()
  await expect(sheet(page).getByRole('textbox', { name: 'Weight' })).toBeVisible()
  await expectAccessible(page)
})
