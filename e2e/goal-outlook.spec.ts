import { addDays, type CivilDate } from '../shared/calendar/civil-date.ts'
import { backupFile, restoreFile } from './support/backup-file.ts'
import { setClock } from './support/clock.ts'
import { expect, test } from './support/test.ts'

const TODAY = '2026-11-27' as CivilDate

test.use({ serviceWorkers: 'block' })

test('a goal by a date says whether the days of the person are on course, and how likely its day is', async ({
  page,
}) => {
  await setClock(page, `${TODAY}T12:00:00+01:00`)
  // About 8 000 steps: 9 000 as the mean of a week comes now and then, 20 000 never.
  const days = Array.from({ length: 120 }, (_, back) => ({
    collection: 'day',
    id: addDays(TODAY, -1 - back),
    fields: { steps: 8000 + Math.round(2500 * Math.sin(back * back)) },
  }))
  await restoreFile(page, backupFile(days))
  for (const low of ['8300', '20000']) {
    await page.goto('/goals')
    await page.getByRole('button', { name: /^(?:Set a goal|New goal)$/ }).click()
    const sheet = page.getByRole('dialog')
    await sheet.getByLabel('What for').selectOption('Steps')
    await sheet.getByRole('textbox', { name: 'At least' }).fill(low)
    await sheet.getByRole('radio', { name: 'By a date' }).check()
    await sheet.getByLabel('By', { exact: true }).fill(addDays(TODAY, 30))
    await sheet.getByRole('button', { name: 'Set the goal' }).click()
    await expect(sheet).toHaveCount(0)
  }
  const told = page.locator('[data-outlook="goal-projection"]')
  await expect(told).toHaveCount(2)
  await expect(told.filter({ hasText: /8.300/ })).toHaveText(
    /^At the present pace, .* most likely around .*By 27 Dec 2026 it is reached in about (?:[5-9]\d|100) of 100 courses\.$/,
  )
  await expect(told.filter({ hasText: /20.000/ })).toHaveText(
    /^At the present pace, it is not on course: .*By 27 Dec 2026 it is reached in about 0 of 100 courses\.$/,
  )
})
