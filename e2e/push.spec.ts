import type { Page } from '@playwright/test'
import { expectAccessible } from './support/axe.ts'
import { beginWith } from './support/first-start.ts'
import { clearNotifications, pushMessages, shownNotifications } from './support/push-messages.ts'
import { readyForOffline } from './support/service-worker.ts'
import { storedRows } from './support/stored-rows.ts'
import { expect, test } from './support/test.ts'

const KINDS = ['Log today', 'Streak at risk', 'Goal reached', 'New high risk', 'Weekly report']

/** Turns every reminder on, for this very minute, with no quiet hours. */
async function chooseAll(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/settings#reminders`)
  const now = await page.evaluate(() => new Date().toTimeString().slice(0, 5))
  for (const kind of KINDS) {
    await page.getByRole('switch', { name: kind }).check()
    await page.getByLabel(`${kind}: time`).fill(now)
  }
  await page.getByLabel('Quiet from').fill('00:00')
  await page.getByLabel('Quiet until').fill('00:00')
  // What was chosen last is kept.
  await expect
    .poll(async () => (await storedRows(page, 'meta')).find(({ name }) => name === 'reminders')?.value.quiet)
    .toEqual({ from: 0, until: 0 })
  await page.reload()
  await expect(page.getByLabel('Quiet until')).toHaveValue('00:00')
  await expect(page.getByLabel('Weekly report: time')).toHaveValue(now)
}

/** The days of the streak that the screen of streaks says. */
async function streakOn(page: Page, origin: string): Promise<number> {
  await page.goto(`${origin}/streaks`)
  const text = await page.getByRole('heading', { level: 2, name: /in a row$/ }).textContent()
  return Number.parseInt(text ?? '', 10)
}

async function logSteps(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/`)
  await page.getByRole('button', { name: /^Steps\b/ }).click()
  await page.getByRole('dialog').getByRole('textbox').fill('4000')
  await page.getByRole('dialog').getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('button', { name: /^Steps\b/ })).toContainText(/4.?000/)
}

test.describe('a device that is woken', () => {
  test.beforeEach(({ context }) => context.grantPermissions(['notifications']))

  test('says what its own data have to say, and nothing where that is nothing', async ({ page, server }) => {
    await beginWith(page, server.url, 'sample')
    await readyForOffline(page)
    await chooseAll(page, server.url)
    const streak = await streakOn(page, server.url)
    expect(streak).toBeGreaterThan(1)
    const deliver = await pushMessages(page, server.url)

    await deliver('{"kind":"log-today"}')
    expect(await shownNotifications(page)).toEqual([
      {
        title: 'How was today?',
        body: `Nothing is logged yet today. Your streak stands at ${streak} days.`,
        tag: 'log-today',
        actions: ['log', 'later'],
      },
    ])
    await clearNotifications(page)

    await deliver('{"kind":"streak-at-risk"}')
    expect(await shownNotifications(page)).toMatchObject([
      { title: `Keep your streak of ${streak} days`, body: 'One entry is enough. The day ends at midnight.' },
    ])
    await clearNotifications(page)

    await deliver('{"kind":"weekly-report"}')
    expect(await shownNotifications(page)).toMatchObject([
      { title: 'Your week is ready', body: 'You logged 7 of the last 7 days.', actions: [] },
    ])
    await clearNotifications(page)

    // Once something is logged there is nothing to say, except of the week.
    await logSteps(page, server.url)
    await deliver('{"kind":"log-today"}')
    await deliver('{"kind":"streak-at-risk"}')
    await deliver('{"kind":"goal-reached"}')
    expect(await shownNotifications(page)).toEqual([])
    await deliver('{"kind":"weekly-report"}')
    expect(await shownNotifications(page)).toMatchObject([{ tag: 'weekly-report' }])
  })

  test('believes nobody: what is no wake-up, or was not chosen here, says nothing', async ({ page, server }) => {
    await beginWith(page, server.url, 'empty')
    await readyForOffline(page)
    const deliver = await pushMessages(page, server.url)
    await deliver('{"kind":"log-today"}')
    await chooseAll(page, server.url)
    for (const data of ['', 'hello', '{"kind":"water"}', '{"kind":7}', '[]', 'null', '{"title":"Buy!","body":"Now"}'])
      await deliver(data)
    await deliver('{"kind":"weekly-report"}')
    expect(await shownNotifications(page)).toEqual([])
    await deliver('{"kind":"log-today","title":"Buy!","body":"Now"}')
    expect(await shownNotifications(page)).toMatchObject([
      { title: 'How was today?', body: 'Nothing is logged yet today.', tag: 'log-today' },
    ])
  })
})

test.describe('reminders in the settings', () => {
  test('are off until they are chosen, warn of quiet hours, and come as a file for a calendar', async ({ page }) => {
    await page.goto('/settings#reminders')
    for (const kind of KINDS) await expect(page.getByRole('switch', { name: kind })).not.toBeChecked()
    await expect(page.getByRole('button', { name: 'Save for my calendar' })).toHaveCount(0)
    // The section that the address names takes the focus itself, a frame later.
    await expect(page.locator('#reminders')).toBeFocused()
    await page.getByRole('switch', { name: 'Log today' }).focus()
    await page.keyboard.press('Space')
    await expect(page.getByLabel('Log today: time')).toHaveValue('20:00')
    await page.getByLabel('Log today: time').fill('23:15')
    await expect(page.getByText('That is in your quiet hours: it will not come.')).toBeVisible()
    await page.getByLabel('Quiet from').fill('23:30')
    await expect(page.getByText('That is in your quiet hours')).toHaveCount(0)
    await expectAccessible(page)

    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Save for my calendar' }).click()
    const file = await download
    expect(file.suggestedFilename()).toBe('ownit-reminders.ics')
    const chunks: Buffer[] = []
    for await (const chunk of await file.createReadStream()) chunks.push(Buffer.from(chunk))
    const text = Buffer.concat(chunks).toString()
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\n/)
    expect(text).toMatch(/\r\nDTSTART:\d{8}T231500\r\n/)
    expect(text).toContain('\r\nBEGIN:VALARM\r\n')

    await page.reload()
    await expect(page.getByRole('switch', { name: 'Log today' })).toBeChecked()
    await expect(page.getByLabel('Log today: time')).toHaveValue('23:15')
  })
})
