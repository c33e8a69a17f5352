import type { Page } from '@playwright/test'
import { yearsOfCsv } from '../bench/ten-years.ts'
import { addDays, type CivilDate, datesBetween } from '../shared/calendar/civil-date.ts'
import { experimentOf } from '../web/insight/experiment/experiment.ts'
import { type ExperimentPlan, lastDayOf } from '../web/insight/experiment/plan.ts'
import { blocksOf } from '../web/insight/experiment/schedule.ts'
import { expectAccessible } from './support/axe.ts'
import { type BackupDocument, backupFile, restoreFile } from './support/backup-file.ts'
import { setClock } from './support/clock.ts'
import { beginWith } from './support/first-start.ts'
import { keptInsights, shownFigures, subjectsOf, valueAt } from './support/kept-insights.ts'
import { readyForOffline } from './support/service-worker.ts'
import { storedRows } from './support/stored-rows.ts'
import { tabTo } from './support/tab-to.ts'
import { longestTaskDuring } from './support/task-times.ts'
import { expect, test } from './support/test.ts'
import { dismissToasts } from './support/toasts.ts'

const NOW = '2026-11-23T10:00:00+01:00'
const TODAY = '2026-11-23' as CivilDate
const PARTS = ['patterns', 'ahead', 'changes', 'compare'] as const

const tab = (page: Page, name: string) => page.getByRole('tab', { name })

/** Insights, once there is something on it. */
async function openInsights(page: Page, part = 'patterns', origin = ''): Promise<void> {
  await page.goto(`${origin}/insights${part === 'patterns' ? '' : `?view=${part}`}`)
  await expect(page.getByRole('tablist', { name: 'Insights' })).toBeVisible({ timeout: 30_000 })
}

/** Waits until the worker has looked at the days again. */
async function lookedAgain(page: Page, before: string | undefined): Promise<string> {
  await expect.poll(async () => (await keptInsights(page))?.fingerprint ?? before, { timeout: 30_000 }).not.toBe(before)
  return (await keptInsights(page))?.fingerprint ?? ''
}

/** Holds every figure on the page against the number that the worker keeps; answers how many there were. */
async function compareFigures(page: Page): Promise<number> {
  const kept = await keptInsights(page)
  const subjects = kept === undefined ? new Map() : subjectsOf(kept)
  const figures = await shownFigures(page)
  for (const { about, figure, value } of figures) {
    expect(subjects.has(about), `${about} is in what the worker keeps`).toBe(true)
    expect(String(valueAt(subjects.get(about), figure)), `${figure} of ${about}`).toBe(value)
  }
  return figures.length
}

/** The plan of the one trial there is, as it is stored. */
async function plannedTrial(page: Page): Promise<ExperimentPlan> {
  const stored = (await storedRows(page, 'documents')).find(({ collection }) => collection === 'experiment')
  const trial = stored === undefined ? undefined : experimentOf(stored.id, stored.fields)
  if (trial === undefined) throw new Error('no trial is stored')
  return trial.plan
}

/** Four months of about so much sleep, as a backup holds them. */
const nightsOf = (hours: number): BackupDocument[] =>
  Array.from({ length: 120 }, (_, index) => ({
    collection: 'day',
    id: addDays(TODAY, index - 120),
    fields: { sleep: hours + ((index * 7) % 5) / 4 },
  }))

test.describe('on a Monday in November', () => {
  test.use({ serviceWorkers: 'block' })

  test.beforeEach(async ({ page }) => {
    await setClock(page, NOW)
  })

  test('ten years are imported, and insights appear and change without holding up the page @timed', async ({
    page,
    browser,
  }) => {
    test.setTimeout(180_000)
    await page.goto('/import')
    await page.getByLabel('Choose a CSV file').setInputFiles({
      name: 'ten-years.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(yearsOfCsv('2026-11-22' as CivilDate)),
    })
    await page.getByRole('button', { name: /^Import [\d\s]+ values?$/ }).click()
    await expect(page.getByRole('heading', { name: 'Imported ten-years.csv' })).toBeVisible({ timeout: 60_000 })
    await lookedAgain(page, undefined)

    await page.goto('/mood')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await page.waitForLoadState('networkidle')
    const parts = ['Patterns', 'Ahead', 'Changes', 'Compare', 'Trials', 'Patterns']
    for (const [index, name] of parts.entries()) {
      const longest = await longestTaskDuring(browser, page, async () => {
        if (index === 0) await page.getByRole('link', { name: 'Insights' }).click()
        else await tab(page, name).click()
        await expect(page.getByRole('tabpanel', { name })).toBeVisible()
        await page.waitForTimeout(2000)
      })
      expect.soft(longest, `ms of the longest task while ${name} opens`).toBeLessThanOrEqual(50)
    }
  })

  test('every figure in every sentence is the number that the worker found', async ({ page, baseURL }) => {
    await beginWith(page, baseURL ?? '', 'sample')
    await openInsights(page)
    let compared = 0
    for (const part of PARTS) {
      await openInsights(page, part)
      await expect(page.locator('[data-about]').first()).toBeVisible()
      compared += await compareFigures(page)
    }
    expect(compared).toBeGreaterThan(100)
  })

  test('a risk that is put aside stays aside over a reload, and undo brings it back @phone', async ({ page }) => {
    await restoreFile(page, backupFile(nightsOf(4.5)))
    await openInsights(page)
    const risks = page.getByRole('region', { name: 'Worth attention' })
    const card = risks.getByRole('listitem').filter({ hasText: 'Sleep came to' }).first()
    await expect(card).toContainText('95 % sure to be below')
    await card.getByRole('button', { name: 'Put aside' }).click()
    await expect(risks.getByText(/^Put aside: 1$/)).toBeVisible()
    await expect(risks.getByRole('heading', { name: 'Worth attention' })).toBeFocused()
    await page.reload()
    await expect(risks.getByText(/^Put aside: 1$/)).toBeVisible()
    await expect(card).toBeHidden()

    await risks.getByText(/^Put aside: 1$/).click()
    await risks.getByRole('button', { name: 'Show again' }).click()
    await expect(card.getByRole('button', { name: 'Put aside' })).toBeVisible()
    await page.getByRole('button', { name: 'Undo' }).last().click()
    await expect(risks.getByText(/^Put aside: 1$/)).toBeVisible()
  })

  test('Today has the one thing most worth reading, and it can be put aside there', async ({ page }) => {
    await restoreFile(page, backupFile(nightsOf(4.5)))
    await page.goto('/')
    const card = page.getByRole('region', { name: 'Worth attention' })
    await expect(card).toContainText('Sleep came to', { timeout: 30_000 })
    await card.getByRole('button', { name: 'Put aside' }).click()
    await expect(card.getByText('Sleep came to')).toBeHidden()
    await page.reload()
    await expect(page.locator('[data-ready]')).toBeVisible()
    await expect(page.getByText('Sleep came to')).toHaveCount(0)
  })

  test('the weeks are shuffled, and what chance makes of them is said', async ({ page, baseURL }) => {
    await beginWith(page, baseURL ?? '', 'sample')
    await openInsights(page)
    await page.getByRole('button', { name: 'Shuffle my weeks' }).click()
    await expect(page.locator('[data-about="shuffle"]')).toContainText('Your weeks were shuffled 40 times', {
      timeout: 50_000,
    })
    await page.getByRole('button', { name: 'Shuffle again' }).click()
    await page.getByRole('button', { name: 'Cancel' }).click()
    await expect(page.getByRole('button', { name: 'Shuffle again' })).toBeVisible()
  })

  test('the last whole week is a page for paper', async ({ page, baseURL }) => {
    await beginWith(page, baseURL ?? '', 'sample')
    await openInsights(page)
    await page.getByRole('button', { name: 'Weekly report' }).click()
    const report = page.getByRole('article', { name: 'Your week, 16 – 22 Nov 2026' })
    await expect(report).toContainText('One thing to try')
    await page.emulateMedia({ media: 'print' })
    await expect(page.getByRole('navigation', { name: 'Main' })).toBeHidden()
    await expect(report).toBeVisible()
    const pages = (await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page\b/g)
    expect(pages).toHaveLength(1)
    await page.emulateMedia({ media: 'screen' })
    await page.getByRole('button', { name: 'Back to Insights' }).click()
    await expect(page.getByRole('tablist', { name: 'Insights' })).toBeVisible()
  })

  test('any period is compared with the one before and with a year ago, by keys alone', async ({ page, baseURL }) => {
    await beginWith(page, baseURL ?? '', 'sample')
    await openInsights(page)
    await tabTo(page, tab(page, 'Patterns'))
    for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press('ArrowRight')
    await expect(tab(page, 'Compare')).toBeFocused()
    const answer = page.getByRole('region', { name: 'Any period' }).getByRole('status')
    await expect(answer).toContainText('Weight came to')
    await tabTo(page, page.getByRole('combobox', { name: 'Metric' }))
    await page.keyboard.type('Sl')
    await expect(answer).toContainText('Sleep came to')
    await tabTo(page, page.getByRole('radio', { name: 'The period before' }))
    await page.keyboard.press('ArrowRight')
    await expect(answer).toContainText('a year before')
  })

  test('a trial goes from its plan over days that chance deals to an answer that was locked before @phone', async ({
    page,
  }) => {
    test.setTimeout(120_000)
    await restoreFile(page, backupFile(nightsOf(6.5)))
    await openInsights(page, 'trials')
    await page.getByRole('button', { name: 'Plan a trial' }).click()
    const sheet = page.getByRole('dialog')
    await sheet.getByRole('textbox', { name: 'What you will try' }).fill('No screens after ten')
    await sheet.getByRole('combobox', { name: 'What to watch' }).selectOption({ label: 'Sleep' })
    await sheet.getByRole('textbox', { name: /^The smallest difference/ }).fill('0:15')
    await sheet.getByRole('combobox', { name: 'How long' }).selectOption({ label: '36 days, in blocks of 3' })
    await sheet.getByLabel('First day').fill(TODAY)
    await sheet.getByRole('button', { name: 'Lock the plan' }).click()
    await expect(sheet).toHaveCount(0)

    const plan = await plannedTrial(page)
    const card = page.getByRole('listitem').filter({ hasText: 'No screens after ten' })
    const nights = blocksOf(plan).flatMap(({ arm, from, to }) =>
      datesBetween(from, to).map((date, day) => ({ arm, date, isFirst: day === 0 })),
    )
    for (const { arm, date, isFirst } of nights.slice(0, 8)) {
      await setClock(page, `${date}T10:00:00+01:00`)
      await openInsights(page, 'trials')
      await expect(card).toContainText(arm === 'change' ? 'Today: “No screens after ten”' : 'Today: “As usual”')
      await expect(card.getByText('Today is for settling in')).toHaveCount(isFirst ? 1 : 0)
    }
    await card.getByRole('radio', { name: 'I did', exact: true }).click({ force: true })
    await expect(card.getByRole('radio', { name: 'I did', exact: true })).toBeChecked()
    await page.reload()
    await expect(card.getByRole('radio', { name: 'I did', exact: true })).toBeChecked()

    const slept: BackupDocument[] = nights.map(({ arm, date }, index) => ({
      collection: 'day',
      id: date,
      fields: { sleep: (arm === 'change' ? 7.5 : 6.5) + ((index * 7) % 5) / 8 },
    }))
    await restoreFile(page, backupFile(slept))
    await setClock(page, `${lastDayOf(plan)}T10:00:00+01:00`)
    await openInsights(page, 'trials')
    await expect(card.getByText(/more sleep than/)).toHaveCount(0)
    await setClock(page, `${addDays(lastDayOf(plan), 1)}T10:00:00+01:00`)
    await openInsights(page, 'trials')
    await expect(card.getByText(/Days with “No screens after ten” came with about .* more sleep than/)).toBeVisible()
    const [difference] = (await shownFigures(page)).filter(({ figure }) => figure === 'difference')
    expect(Number(difference?.value)).toBeGreaterThan(0.7)
    expect(Number(difference?.value)).toBeLessThan(1.3)
    await expectAccessible(page)
  })

  test('axe finds nothing on any part of the screen @phone', async ({ page, baseURL }) => {
    test.setTimeout(120_000)
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await beginWith(page, baseURL ?? '', 'sample')
    await dismissToasts(page)
    for (const part of [...PARTS, 'trials']) {
      await openInsights(page, part)
      await page.waitForLoadState('networkidle')
      await page.locator('main details').evaluateAll((all) => {
        for (const one of all) one.setAttribute('open', '')
      })
      await expectAccessible(page)
    }
    await page.getByRole('button', { name: 'Plan a trial' }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await dismissToasts(page)
    await expectAccessible(page)
  })
})

test('one edit of one value is enough for fresh insights, with the server stopped', async ({
  page,
  server,
  problems,
}) => {
  problems.allow(/sw\.js/)
  await beginWith(page, server.url, 'sample')
  await readyForOffline(page)
  await openInsights(page, 'compare', server.url)
  const before = await lookedAgain(page, undefined)
  await server.stop()
  await page.goto(`${server.url}/`)
  await page.getByRole('button', { name: 'Previous day' }).click()
  await page.getByRole('button', { name: /^Sleep\b/ }).click()
  await page.getByRole('dialog').getByRole('textbox').fill('3:05')
  await expect(page.getByRole('dialog').getByText('saved on this device')).toBeVisible()
  await lookedAgain(page, before)
  await openInsights(page, 'compare', server.url)
  await expect(page.locator('[data-about]').first()).toBeVisible()
  expect(await compareFigures(page)).toBeGreaterThan(10)
})
