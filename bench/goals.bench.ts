import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { backupFile } from '../e2e/support/backup-file.ts'
import { longestTaskDuring } from '../e2e/support/task-times.ts'
import { addDays } from '../shared/calendar/civil-date.ts'
import { isReady } from './app-driver.ts'
import type { Bench } from './bench.ts'
import { median } from './statistics.ts'
import { TEN_YEARS } from './ten-years.ts'
import { tenYears, yesterday } from './ten-years-profile.ts'

const RUNS = 5

const RULES = {
  steps: { kind: 'atLeast', low: 8000, cadence: 'day' },
  sleep: { kind: 'between', low: 7, high: 9, cadence: 'day' },
  calories: { kind: 'atMost', high: 2100, cadence: 'day' },
  protein: { kind: 'atLeast', low: 100, cadence: 'week' },
  mood: { kind: 'atLeast', low: 3, cadence: 'week' },
  weight: { kind: 'atMost', high: 60, cadence: 'byDate' },
} as const

/** The longest task of the page, in ms of processor time, from the press on "Goals" until six goals over ten years stand, each time after a new start. */
export const goalsBench: Bench = async (browser) => {
  const { context, page } = await tenYears(browser)
  const chromium = context.browser()
  if (chromium === null) throw new Error('the browser is not ours')
  await setGoals(page, browser.url)
  const longest: number[] = []
  for (let run = 0; run < RUNS; run += 1) {
    await page.goto(browser.url)
    await isReady(page, '/')
    // A person looks at Today before going on.
    await page.waitForTimeout(3000)
    const task = await longestTaskDuring(chromium, page, async () => {
      await page.getByRole('navigation').getByRole('link', { name: 'Goals' }).click()
      await page.locator('[data-goal="weight"] [role="img"]').waitFor()
      await page.waitForTimeout(500)
    })
    longest.push(task)
  }
  await context.close()
  return [
    {
      name: 'goals-longest-page-task',
      value: median(longest),
      detail: longest.map((task) => task.toFixed(0)).join(' '),
    },
  ]
}

/** One for each metric, from the first day on, by a backup as a person restores it. */
async function setGoals(page: Page, url: string): Promise<void> {
  const from = addDays(yesterday(), 1 - TEN_YEARS)
  const goals = Object.entries(RULES).map(([metric, rule]) => ({
    collection: 'goal',
    id: metric,
    fields: { metric, weekStart: 1, [`rule@${from}`]: { ...rule, until: addDays(yesterday(), 60), paused: false } },
  }))
  const path = join(await mkdtemp(join(tmpdir(), 'ownit-goals-')), 'ownit-backup.json')
  await writeFile(path, backupFile(goals).buffer)
  await page.goto(`${url}/settings#restore`)
  await page.getByLabel('Backup file').setInputFiles(path)
  await page.getByRole('button', { name: 'Restore it' }).click()
  await page.getByText(/^Restored: /).waitFor()
}
