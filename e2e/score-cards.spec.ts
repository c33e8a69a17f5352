import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import type { CivilDate } from '../shared/calendar/civil-date.ts'
import { parseHandle } from '../shared/leaderboard/handle.ts'
import { weekOf } from '../shared/leaderboard/period.ts'
import type { ScoreCard } from '../shared/score-card/card.ts'
import { cardFileText, cardFragment, readHandedOver } from '../shared/score-card/handed-over.ts'
import type { LeagueId } from '../shared/score-card/league.ts'
import { newLeagueId, newPlayer } from '../web/score-card/player-key.ts'
import { signCard } from '../web/score-card/sign-card.ts'
import { expectAccessible } from './support/axe.ts'
import { backupFile, daysWithSteps, restoreFile } from './support/backup-file.ts'
import { test } from './support/devices.ts'
import { readyForOffline } from './support/service-worker.ts'
import { expect } from './support/test.ts'
import { dismissToasts } from './support/toasts.ts'

const FRIDAY = '2026-11-27' as CivilDate
const TODAY = ['2026-11-27']

const sheet = (page: Page) => page.getByRole('dialog')
const league = (page: Page) => page.getByRole('region', { name: 'Tea at four' })
const undo = (page: Page) => page.getByRole('status').getByRole('button', { name: 'Undo' }).last()
const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))

/** A day with steps, and everything that the app needs with no network. */
async function begin(page: Page, origin: string, steps: number): Promise<void> {
  await page.clock.setFixedTime(new Date(`${FRIDAY}T12:00:00+01:00`))
  await restoreFile(page, backupFile(daysWithSteps(TODAY, steps)), origin)
  await readyForOffline(page)
  await page.goto(`${origin}/community`)
}

/** What the table says: `1 anna 9,000`. Read at one moment, as rows come and go. */
const rows = (page: Page): Promise<string[]> =>
  league(page)
    .locator('tbody tr')
    .evaluateAll((all) =>
      all.map((row) => {
        const rank = row.querySelector('td > span')?.firstChild
        const parts = [rank, row.querySelector('th > span'), row.querySelector('td:nth-of-type(2)')]
        return parts.map((part) => part?.textContent).join(' ')
      }),
    )

async function take(page: Page, link: string): Promise<void> {
  await page.getByRole('button', { name: 'Take in a card' }).click()
  await sheet(page).getByRole('textbox', { name: 'Link' }).fill(`Here is my card: ${link} See you!`)
  await sheet(page).getByRole('button', { name: 'Read it' }).click()
}

const leagueOf = (link: string): LeagueId => {
  const handed = readHandedOver(link)
  const id = handed.ok ? handed.value.leagues[0]?.id : undefined
  if (id === undefined) throw new Error('no invitation')
  return id
}

/** A card of somebody who is in no browser of this test. */
async function cardOf(league: LeagueId, name: string, score: number) {
  const handle = parseHandle(name)
  const keys = await newPlayer(random)
  if (handle === undefined || keys === undefined) throw new Error('no player')
  const issued = Date.parse(`${FRIDAY}T10:00:00Z`)
  const scores: ScoreCard['scores'] = [{ board: 'steps', period: weekOf(FRIDAY), score }]
  const card = await signCard({ league, leagueName: 'Tea at four', handle, issued, scores }, keys)
  if (card === undefined) throw new Error('no signature')
  return card
}

test('[L3] [L5] with the server switched off, people make a league, give each other cards by link and file, and refuse forged ones', async ({
  page: anna,
  openDevice,
  server,
  problems,
}) => {
  test.setTimeout(120_000)
  // The service worker looks for a newer one of itself.
  problems.allow(/sw\.js/)
  const ben = await openDevice()
  await ben.addInitScript(() => {
    const shared: string[] = []
    Object.assign(navigator, { share: async ({ url }: { url: string }) => void shared.push(url) })
    Object.assign(window, { shared })
  })
  await Promise.all([begin(anna, server.url, 7000), begin(ben, server.url, 9000)])
  await server.stop()

  // The league, and a link that lets another one in.
  await anna.getByRole('button', { name: 'Make a league' }).click()
  await sheet(anna).getByRole('button', { name: 'Make it' }).click()
  await expect(sheet(anna).getByText('Give it a name')).toBeVisible()
  await sheet(anna).getByLabel('Name of the league').fill('Tea at four')
  await sheet(anna).getByLabel('My handle in it').fill('anna')
  await expectAccessible(anna)
  await sheet(anna).getByRole('button', { name: 'Make it' }).click()
  await expect.poll(() => rows(anna)).toEqual(['1 anna 7,000'])
  await anna.getByRole('button', { name: 'Invite to Tea at four' }).click()
  const invitation = await sheet(anna).getByLabel('Link').inputValue()
  await anna.keyboard.press('Escape')

  await ben.goto(invitation)
  await expect(ben).toHaveURL(`${server.url}/community`)
  await sheet(ben).getByRole('button', { name: 'Join Tea at four' }).click()
  await sheet(ben).getByLabel('My handle in it').fill('ben')
  await sheet(ben).getByRole('button', { name: 'Join', exact: true }).click()
  await expect.poll(() => rows(ben)).toEqual(['1 ben 9,000'])

  // Ben's card: what it says is seen first, then it goes by file.
  await ben.getByRole('button', { name: 'My card in Tea at four' }).click()
  await expect(sheet(ben).getByRole('row', { name: /Week of 23 – 29 Nov 2026/ })).toContainText('9,000')
  const bensLink = await sheet(ben).getByLabel('Link').inputValue()
  await sheet(ben).getByRole('button', { name: 'Share', exact: true }).click()
  expect(await ben.evaluate(() => 'shared' in window && window.shared)).toEqual([bensLink])
  const download = ben.waitForEvent('download')
  await sheet(ben).getByRole('button', { name: 'Save as a file' }).click()
  const file = await download
  expect(file.suggestedFilename()).toBe('ben-2026-11-27.ownit-card.json')
  const content = await readFile(await file.path())
  await ben.keyboard.press('Escape')
  await anna.getByRole('button', { name: 'Take in a card' }).click()
  await sheet(anna)
    .getByLabel('Or a file')
    .setInputFiles({ name: file.suggestedFilename(), mimeType: 'application/json', buffer: content })
  await sheet(anna).getByRole('button', { name: 'Take it in' }).click()
  await expect.poll(() => rows(anna)).toEqual(['1 ben 9,000', '2 anna 7,000'])

  // Anna's by link.
  await anna.getByRole('button', { name: 'My card in Tea at four' }).click()
  const annasLink = await sheet(anna).getByLabel('Link').inputValue()
  await anna.keyboard.press('Escape')
  await ben.goto(annasLink)
  await sheet(ben).getByRole('button', { name: 'Take it in' }).click()
  await expect.poll(() => rows(ben)).toEqual(['1 ben 9,000', '2 anna 7,000'])

  // Forged: one more digit, the signature as it was. And more than a week can hold, rightly signed.
  const id = leagueOf(invitation)
  const impossible = await cardOf(id, 'max', 1e12)
  await take(ben, annasLink.replace(/s7000/g, 's97000'))
  await expect(sheet(ben).getByText('It was not signed by the player it names')).toBeVisible()
  await expect(sheet(ben).getByRole('button', { name: /Take/ })).toHaveCount(0)
  await sheet(ben).getByRole('button', { name: 'Another one' }).click()
  await sheet(ben)
    .getByRole('textbox', { name: 'Link' })
    .fill(`${server.url}/community${cardFragment(impossible.text)}`)
  await sheet(ben).getByRole('button', { name: 'Read it' }).click()
  await expect(sheet(ben).getByText('It says more than the days until then can hold.')).toBeVisible()
  await sheet(ben).getByRole('button', { name: 'Close' }).last().click()
  expect(await rows(ben)).toEqual(['1 ben 9,000', '2 anna 7,000'])

  // Later, somebody else who says that they are anna too, beside an equal score.
  await ben.clock.setFixedTime(new Date(`${FRIDAY}T13:00:00+01:00`))
  await take(ben, `${server.url}/community${cardFragment((await cardOf(id, 'an-na', 7000)).text)}`)
  await expect(sheet(ben).getByText('You know another player by this handle')).toBeVisible()
  await expectAccessible(ben)
  await sheet(ben).getByRole('button', { name: 'Take it in' }).click()
  await expect.poll(() => rows(ben)).toEqual(['1 ben 9,000', '2 an-na 7,000', '2 anna 7,000'])
  await expect(league(ben).getByText('Not the an-na you knew first')).toBeVisible()
  await dismissToasts(ben)
  await league(ben).getByText('Keys of the players').click()
  await expectAccessible(ben)
  await ben.getByRole('button', { name: 'Remove the cards of an-na' }).click()
  await expect.poll(() => rows(ben)).toHaveLength(2)
  await undo(ben).click()
  await expect.poll(() => rows(ben)).toHaveLength(3)

  await ben.getByRole('button', { name: 'More for Tea at four' }).click()
  await ben.getByRole('menuitem', { name: 'Leave' }).click()
  await expect(league(ben)).toHaveCount(0)
  await undo(ben).click()
  await expect.poll(() => rows(ben)).toHaveLength(3)
})

test('a file of cards that is opened with the installed app asks to join its league', async ({ page }) => {
  await page.clock.setFixedTime(new Date(`${FRIDAY}T12:00:00+01:00`))
  await restoreFile(page, backupFile([{ collection: 'sample', id: 'data', fields: { from: '2026-11-01' } }]))
  const text = cardFileText([await cardOf(newLeagueId(random), 'max', 400)])
  await page.addInitScript((content) => {
    const file = new File([content], 'max.ownit-card.json', { type: 'application/json' })
    const launchQueue = {
      setConsumer: (consume: (params: { files: { getFile(): Promise<File> }[] }) => void) =>
        consume({ files: [{ getFile: () => Promise.resolve(file) }] }),
    }
    Object.defineProperty(window, 'launchQueue', { value: launchQueue })
  }, text)
  await page.goto('/settings')
  await expect(page).toHaveURL(/\/community/)
  await sheet(page).getByRole('button', { name: 'Join Tea at four' }).click()
  await sheet(page).getByLabel('My handle in it').fill('max')
  await sheet(page).getByRole('button', { name: 'Join', exact: true }).click()
  await expect(sheet(page).getByText('Somebody in this league has this handle')).toBeVisible()
  await sheet(page).getByLabel('My handle in it').fill('ben')
  await sheet(page).getByRole('button', { name: 'Join', exact: true }).click()
  await expect.poll(() => rows(page)).toEqual(['1 max 400', '2 ben 0'])

  // Sample days are nobody's.
  await page.getByRole('button', { name: 'My card in Tea at four' }).click()
  await expect(sheet(page).getByText('There is sample data here')).toBeVisible()
  await expect(sheet(page).getByRole('img', { name: /QR code/ })).toHaveCount(0)
})
