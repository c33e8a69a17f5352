import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import { addDays, type CivilDate, datesBetween } from '../shared/calendar/civil-date.ts'
import { expectAccessible } from './support/axe.ts'
import { backupFile, daysWithSteps, restoreFile } from './support/backup-file.ts'
import { tabTo } from './support/tab-to.ts'
import { expect, test } from './support/test.ts'
import { dismissToasts } from './support/toasts.ts'

const FRIDAY = '2026-11-27' as CivilDate
const sheet = (page: Page) => page.getByRole('dialog')
const undo = (page: Page) => page.getByRole('status').getByRole('button', { name: 'Undo' }).last()
const ringOnToday = (page: Page) => page.locator('a[data-goal="steps"]')

const atNoon = (page: Page, day: CivilDate) => page.clock.setFixedTime(new Date(`${day}T12:00:00+01:00`))

/** Past the welcome, with a day long ago that has an entry. */
async function begin(page: Page): Promise<void> {
  await atNoon(page, FRIDAY)
  await restoreFile(page, backupFile(daysWithSteps(['2026-06-01'])))
}

async function setStepsGoal(page: Page, low: string): Promise<void> {
  await page.goto('/goals')
  await page.getByRole('button', { name: 'Set a goal' }).click()
  await sheet(page).getByLabel('What for').selectOption('Steps')
  await sheet(page).getByRole('textbox', { name: 'At least' }).fill(low)
  await sheet(page).getByRole('button', { name: 'Set the goal' }).click()
  await expect(sheet(page)).toHaveCount(0)
}

async function logSteps(page: Page, steps: string): Promise<void> {
  await page.goto('/')
  await page.getByRole('button', { name: /^Steps\b/ }).click()
  await sheet(page).getByRole('textbox').fill(steps)
  await expect(sheet(page).getByText('saved on this device')).toBeVisible()
  await sheet(page).getByRole('button', { name: 'Done' }).click()
  await expect(sheet(page)).toHaveCount(0)
}

/** How many colours the picture has on a line through its medal: a blank one has one. */
const coloursOf = (picture: Locator): Promise<number> =>
  picture.evaluate((canvas) => {
    if (!(canvas instanceof HTMLCanvasElement)) return 0
    const data = canvas.getContext('2d')?.getImageData(0, 330, canvas.width, 1).data ?? new Uint8ClampedArray()
    return new Set(Array.from({ length: data.length / 4 }, (_, at) => data.slice(at * 4, at * 4 + 4).join())).size
  })

/** In place of the system's sharing, which no test can answer: the first time the person closes it. */
function shareInPage(): void {
  const shared: string[] = []
  const share = async ({ files = [] }: ShareData) => {
    if (shared.length === 0) {
      shared.push('closed')
      throw new DOMException('', 'AbortError')
    }
    for (const { name, type, size } of files) shared.push(`${name} ${type} ${size}`)
  }
  Object.assign(navigator, { share, canShare: ({ files = [] }: ShareData) => files.length > 0 })
  Object.assign(window, { shared })
}

const sharedInPage = (page: Page): Promise<unknown> => page.evaluate(() => 'shared' in window && window.shared)

test('a goal is set and reached: its ring closes, and undo opens it again @phone', async ({ page }) => {
  await begin(page)
  await setStepsGoal(page, '8000')
  const card = page.getByRole('region', { name: 'Steps' })
  await expect(card.getByText(/^At least 8.000 steps every day$/)).toBeVisible()
  await expect(card.getByRole('img', { name: 'Steps ring 0 % closed' })).toBeVisible()

  await logSteps(page, '6000')
  await expect(ringOnToday(page)).toContainText(/6.000 of 8.000 steps/)
  await expect(ringOnToday(page)).toHaveAttribute('data-closed', 'false')
  await page.getByRole('button', { name: /^Steps\b/ }).click()
  await sheet(page).getByRole('textbox').fill('8000')
  await expect(sheet(page).getByText('saved on this device')).toBeVisible()
  await sheet(page).getByRole('button', { name: 'Done' }).click()
  await expect(ringOnToday(page)).toHaveAttribute('data-closed', 'true')
  await expect(ringOnToday(page)).toHaveAccessibleName(/reached.*ring closed/)

  await undo(page).click()
  await expect(ringOnToday(page)).toHaveAttribute('data-closed', 'false')
  await page.goto('/goals')
  await expect(card.getByRole('img', { name: 'Steps ring 75 % closed' })).toBeVisible()
})

test('[G1] a change holds from today, and the days before stay as they were judged; a goal rests, is put away and deleted', async ({
  page,
}) => {
  await begin(page)
  await setStepsGoal(page, '5000')
  await logSteps(page, '6000')
  await atNoon(page, addDays(FRIDAY, 1))
  await page.goto('/goals')
  const card = page.getByRole('region', { name: 'Steps' })
  const more = card.getByRole('button', { name: /^More for the goal Steps/ })
  await expect(card.getByText('1 day in a row')).toBeVisible()
  await more.click()
  await page.getByRole('menuitem', { name: 'Change' }).click()
  await sheet(page).getByRole('textbox', { name: 'At least' }).fill('9000')
  await sheet(page).getByRole('button', { name: 'Save' }).click()
  await expect(card.getByText(/^At least 9.000 steps every day$/).first()).toBeVisible()
  await expect(card.getByText('1 day in a row')).toBeVisible()
  await card.getByText('What became of it').click()
  await expect(card.getByRole('listitem').filter({ hasText: /5.000 steps/ })).toContainText('1 of 1 day')

  await more.click()
  await page.getByRole('menuitem', { name: 'Pause' }).click()
  await expect(card.getByRole('img', { name: 'Steps ring 0 % closed, paused' })).toBeVisible()
  await undo(page).click()
  await expect(card.getByRole('img', { name: 'Steps ring 0 % closed', exact: true })).toBeVisible()

  await dismissToasts(page)
  await more.click()
  await page.getByRole('menuitem', { name: 'Put away' }).click()
  await expect(page.getByText('No goal yet.')).toBeVisible()
  await page.getByRole('button', { name: /^More for Steps: At least/ }).click()
  await page.getByRole('menuitem', { name: 'Take out again' }).click()
  await expect(card).toBeVisible()
  await more.click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await expect(page.getByText('No goal yet.')).toBeVisible()
  await undo(page).click()
  await expect(card).toBeVisible()
})

test('a challenge goes through its seven days, and one entry alone completes none', async ({ page }) => {
  test.setTimeout(120_000)
  await begin(page)
  await page.goto('/goals?part=challenges')
  const challenge = page.getByRole('region', { name: /^A week of 10.000 steps$/ })
  await page.getByRole('button', { name: /^Start A week of 10.000 steps$/ }).click()
  await expect(challenge.getByText('0 of 7 days')).toBeVisible()
  const days = datesBetween(FRIDAY, addDays(FRIDAY, 6))
  for (const [index, day] of days.entries()) {
    await atNoon(page, day)
    await logSteps(page, '10400')
    await page.goto('/goals?part=challenges')
    const done = index === days.length - 1
    await expect(challenge.getByText(done ? `Completed on Thu 3 Dec 2026` : `${index + 1} of 7 days`)).toBeVisible()
  }
  await page.getByRole('tab', { name: 'Rewards' }).click()
  await expect(page.getByText('1 challenge completed')).toBeVisible()
  await expect(page.getByText('70 points')).toBeVisible()

  // What was too little after all takes it back, and the undo of that gives it again.
  await page.goto(`/?day=${days[2]}`)
  await page.getByRole('button', { name: /^Steps\b/ }).click()
  await sheet(page).getByRole('textbox').fill('999')
  await expect(sheet(page).getByText('saved on this device')).toBeVisible()
  await sheet(page).getByRole('button', { name: 'Done' }).click()
  await page.goto('/goals?part=challenges')
  await expect(challenge.getByText('Not kept on Sun 29 Nov 2026')).toBeVisible()
  await expect(challenge.getByRole('button', { name: /^Start again/ })).toBeVisible()
})

test('[G5] another time zone or day start takes no finished challenge back', async ({ page }) => {
  const week = datesBetween(addDays(FRIDAY, -6), FRIDAY)
  const challenge = {
    collection: 'challenge',
    id: '01930000-0000-7000-8000-000000000000',
    fields: {
      name: 'Walk',
      of: 'value',
      metric: 'steps',
      kind: 'atLeast',
      low: 9000,
      days: 7,
      within: 7,
      from: week[0] ?? '',
    },
  }
  await page.clock.setFixedTime(new Date('2026-11-27T02:00:00+01:00'))
  await restoreFile(page, backupFile([...daysWithSteps(week), challenge]))
  const completed = page.getByRole('region', { name: 'Walk' }).getByText('Completed on Fri 27 Nov 2026')
  await page.goto('/goals?part=challenges')
  await expect(completed).toBeVisible()
  await page.goto('/settings')
  await page.getByRole('combobox', { name: 'Time zone' }).selectOption('Pacific/Honolulu')
  await page.getByRole('combobox', { name: 'My day begins at' }).selectOption('06:00')
  await expect(page.getByText('Your day begins at 06:00').first()).toBeVisible()
  await page.goto('/goals?part=challenges')
  await expect(completed).toBeVisible()
})

test('a picture of a badge is made on the device, asks nothing of any server, and says what was chosen @phone', async ({
  page,
}) => {
  await page.addInitScript(shareInPage)
  await atNoon(page, FRIDAY)
  await restoreFile(page, backupFile(daysWithSteps(datesBetween(addDays(FRIDAY, -6), FRIDAY))))
  await page.goto('/goals?part=rewards')
  await page.getByRole('button', { name: 'Make a picture of: 7 days in a row' }).click()
  const picture = sheet(page).getByRole('img', { name: /^The picture says/ })
  await expect(picture).toHaveAccessibleName('The picture says: 7 days in a row, with an entry on each of them')
  await expect.poll(() => coloursOf(picture)).toBeGreaterThan(3)
  const asked: string[] = []
  page.on('request', (request) => {
    // Files of the app itself come when they come.
    if (/^https?:/.test(request.url()) && !new URL(request.url()).pathname.startsWith('/assets/'))
      asked.push(request.url())
  })
  await sheet(page).getByRole('switch', { name: 'What it was for' }).click()
  await sheet(page).getByRole('switch', { name: 'The day' }).click()
  await expect(picture).toHaveAccessibleName('The picture says: 7 days in a row, Fri 27 Nov 2026')
  const download = page.waitForEvent('download')
  await sheet(page).getByRole('button', { name: 'Save the picture' }).click()
  const bytes = await readFile(await (await download).path())
  expect(bytes.subarray(1, 4).toString()).toBe('PNG')
  // Width and height, as the head of a PNG has them.
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1080, 1080])

  // The system's sheet is closed at first, which is no trouble; then it is given the same picture.
  await sheet(page).getByRole('button', { name: 'Share', exact: true }).click()
  await expect.poll(() => sharedInPage(page)).toEqual(['closed'])
  await expect(sheet(page).getByRole('alert')).toHaveCount(0)
  await sheet(page).getByRole('button', { name: 'Share', exact: true }).click()
  await expect.poll(() => sharedInPage(page)).toEqual(['closed', `ownit-badge.png image/png ${bytes.length}`])
  expect(asked).toEqual([])
})

test('a goal is set by keys alone, and the focus comes back to where it was', async ({ page }) => {
  await begin(page)
  await page.goto('/')
  await expect(page.locator('[data-ready]')).toBeVisible()
  await page.keyboard.press('g')
  await page.keyboard.press('g')
  await expect(page).toHaveURL('/goals')
  const button = page.getByRole('button', { name: 'Set a goal' })
  await tabTo(page, button)
  await page.keyboard.press('Enter')
  await tabTo(page, sheet(page).getByRole('textbox', { name: 'At least' }))
  await page.keyboard.type('7000')
  await page.keyboard.press('Enter')
  await expect(sheet(page)).toHaveCount(0)
  await expect(page.getByText(/^At least 7.000 steps every day$/)).toBeVisible()
})

test('axe finds nothing where there are goals, challenges, rewards and their forms @phone', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await atNoon(page, FRIDAY)
  await restoreFile(page, backupFile(daysWithSteps(datesBetween(addDays(FRIDAY, -20), FRIDAY))))
  await setStepsGoal(page, '8000')
  await dismissToasts(page)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Set a goal' }).click()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await page.goto('/goals?part=challenges')
  await page.getByRole('button', { name: /^Start A week of 10.000 steps$/ }).click()
  await dismissToasts(page)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Make your own' }).click()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await page.goto('/goals?part=rewards')
  await page.getByRole('button', { name: 'Make a picture of: 7 days in a row' }).click()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await page.goto('/')
  await expect(ringOnToday(page)).toBeVisible()
  await expectAccessible(page)
})
