import type { Page, Request } from '@playwright/test'
import { createAccount, DERIVED_WITHIN_MS, goTo } from './support/account.ts'
import { expectAccessible } from './support/axe.ts'
import { test } from './support/devices.ts'
import { tabTo } from './support/tab-to.ts'
import { expect } from './support/test.ts'

const SCORES = '/api/leaderboard/scores'

const sheet = (page: Page) => page.getByRole('dialog')
const tab = (page: Page, name: string) => page.getByRole('tab', { name })

/** Logs today's steps and comes back, with the page never loaded anew. */
async function logSteps(page: Page, steps: string): Promise<void> {
  await goTo(page, '/?day=today')
  await page.getByRole('button', { name: /^Steps\b/ }).click()
  await sheet(page).getByRole('textbox').fill(steps)
  await expect(sheet(page).getByText('saved on this device')).toBeVisible()
  await sheet(page).getByRole('button', { name: 'Done' }).click()
  await expect(sheet(page)).toHaveCount(0)
}

/** The scores that a page sends, as they go. */
function scoresSent(page: Page): string[] {
  const sent: string[] = []
  page.on('request', (request: Request) => {
    if (!request.url().includes(SCORES)) return
    sent.push(request.postData() ?? '')
  })
  return sent
}

/** The rows that the page says it would publish: board, period as it is sent, score. */
async function rowsShown(page: Page): Promise<string[]> {
  const rows = await page
    .getByRole('table', { name: /would go to the server/ })
    .locator('tbody tr')
    .allInnerTexts()
  return rows.map((row) => {
    const [, board = '', period = '', score = ''] = /^(\w+)[\s\S]*“(.+)”\s+([\d,]+)/.exec(row) ?? []
    return `${board.toLowerCase()} ${period} ${score.replaceAll(',', '')}`
  })
}

async function showOnSteps(page: Page, handle: string): Promise<void> {
  await page.getByLabel('Handle').fill(handle)
  await page.getByRole('switch', { name: 'Steps' }).check()
  await page.getByRole('button', { name: 'Show me on these boards' }).click()
  await expect(tab(page, 'Boards')).toBeVisible()
}

test('two people in a league see each other move, and one who leaves is gone', async ({
  page: anna,
  openDevice,
  server,
  problems,
}) => {
  test.setTimeout(2 * DERIVED_WITHIN_MS + 60_000)
  const berta = await openDevice()
  await Promise.all([
    createAccount(anna, server.url, 'anna@example.org'),
    createAccount(berta, server.url, 'berta@example.org'),
  ])
  await logSteps(anna, '5000')
  await logSteps(berta, '3000')

  // Nothing is sent before it was shown and agreed to, and then that and nothing else.
  const sent = scoresSent(anna)
  await goTo(anna, '/community')
  await anna.getByRole('button', { name: 'Show me on these boards' }).click()
  await expect(anna.getByText('Choose one board at least.')).toBeVisible()
  // Anna has no mouse.
  await tabTo(anna, anna.getByLabel('Handle'))
  await anna.keyboard.type('anna')
  for (const board of ['Steps', 'Streak']) {
    await tabTo(anna, anna.getByRole('switch', { name: board }))
    await anna.keyboard.press('Space')
  }
  await expect(async () => expect((await rowsShown(anna)).length).toBeGreaterThanOrEqual(6)).toPass()
  const shown = await rowsShown(anna)
  expect(shown).toContain('steps all 5000')
  await expectAccessible(anna)
  expect(sent).toEqual([])
  await tabTo(anna, anna.getByRole('button', { name: 'Show me on these boards' }))
  await anna.keyboard.press('Enter')
  await expect(anna.getByText('You are 1st of 1, with 5,000 steps.').first()).toBeVisible()
  const [body] = sent
  expect(sent).toHaveLength(1)
  const { scores, ...rest }: { scores: { board: string; period: string; score: number }[] } = JSON.parse(body ?? '')
  expect(rest).toEqual({})
  expect(scores.map(({ board, period, score, ...more }) => [`${board} ${period} ${score}`, more])).toEqual(
    shown.map((row) => [row, {}]),
  )

  // A league, joined by its link.
  await tabTo(anna, tab(anna, 'Boards'))
  await anna.keyboard.press('ArrowRight')
  await expect(tab(anna, 'Leagues')).toHaveAttribute('aria-selected', 'true')
  await tabTo(anna, anna.getByLabel('Name of the league'))
  await anna.keyboard.type('Tea at four')
  await anna.keyboard.press('Enter')
  const code = (await anna.getByText(/^\w{4}-\w{4}-\w{4}$/).textContent()) ?? ''
  await expectAccessible(anna)
  await berta.goto(`${server.url}/community#join=${code}`)
  await expect(berta.getByText('You were invited to a league.')).toBeVisible()
  expect(berta.url()).toBe(`${server.url}/community`)
  await showOnSteps(berta, 'Berta')
  await tab(berta, 'Leagues').click()
  await berta.getByRole('button', { name: 'Join', exact: true }).click()
  for (const page of [anna, berta]) {
    await tab(page, 'Friends').click()
    await tab(page, 'Leagues').click()
    await page.getByRole('button', { name: 'Board of Tea at four' }).click()
  }
  const stands = (page: Page, words: string) => expect(page.getByText(words).first()).toBeVisible({ timeout: 20_000 })
  await stands(anna, 'You are 1st of 2, with 5,000 steps.')
  await stands(berta, 'You are 2nd of 2, with 3,000 steps.')

  // Berta walks, and each of them sees it where they are.
  await logSteps(berta, '9000')
  await stands(anna, 'You are 2nd of 2, with 5,000 steps.')
  await expect(anna.getByRole('list', { name: 'The first three' }).getByRole('listitem')).toContainText([
    'Berta',
    'anna',
  ])
  await expect(anna.getByRole('img', { name: '2nd place' })).toBeVisible()
  await expectAccessible(anna)
  await goTo(berta, '/community')
  await stands(berta, 'You are 1st of 2, with 9,000 steps.')
  await logSteps(anna, '12000')
  await stands(berta, 'You are 2nd of 2, with 9,000 steps.')

  // Friends are friends when both have asked.
  await goTo(anna, '/community')
  await tab(anna, 'Friends').click()
  await anna.getByLabel('Their handle').fill('berta')
  await anna.getByRole('button', { name: 'Ask', exact: true }).click()
  await expect(anna.getByText('You have asked.')).toBeVisible()
  await tab(berta, 'Friends').click()
  await berta.getByRole('button', { name: 'Accept anna' }).click()
  await expect(berta.getByText('Friends: each sees the other')).toBeVisible()

  // Who leaves is gone at once, and nothing more is sent.
  await tab(anna, 'Boards').click()
  await stands(anna, 'You are 1st of 2, with 12,000 steps.')
  await tab(berta, 'What I show').click()
  await expect(berta.getByRole('table', { name: /what is published of you/ })).toBeVisible()
  await berta.getByRole('button', { name: 'Leave everything' }).click()
  await expect(berta.getByRole('alertdialog')).toContainText('deletes your handle, every score')
  await expectAccessible(berta)
  await berta.getByRole('alertdialog').getByRole('button', { name: 'Leave and delete it' }).click()
  await expect(berta.getByRole('heading', { name: 'Be on the boards' })).toBeVisible()
  await stands(anna, 'You are 1st of 1, with 12,000 steps.')
  const after = scoresSent(berta)
  await logSteps(berta, '20000')

  // With the server away stands what was last seen, and when that was.
  problems.allow(/Failed to load resource|ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED|ERR_EMPTY_RESPONSE/)
  await tab(anna, 'Leagues').click()
  await server.stop()
  await tab(anna, 'Boards').click()
  await expect(anna.getByText(/does not answer\..* This is how it stood on \d+ \w+/)).toBeVisible()
  await stands(anna, 'You are 1st of 1, with 12,000 steps.')
  expect(after).toEqual([])
})

test('without an account boards say what they need, and an invitation that one comes first', async ({ page }) => {
  await page.goto('/goals')
  await page.getByRole('link', { name: 'Community' }).last().click()
  await expect(page.getByRole('heading', { name: 'Community', level: 1 })).toBeVisible()
  await expect(page.getByText('Boards are kept by a server.')).toBeVisible()
  await page.goto('/community#join=7KQX-M2VD-9RTB')
  await expect(page.getByText('You were invited to a league.')).toBeVisible()
  await expect(page).toHaveURL('/community')
  await expect(page.getByRole('link', { name: 'Make an account' })).toHaveAttribute('href', '/sync')
})
