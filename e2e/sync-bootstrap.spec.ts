import { readFile } from 'node:fs/promises'
import { addDays, datesBetween } from '../shared/calendar/civil-date.ts'
import { backedUp, createAccount, letIn } from './support/account.ts'
import { backupFile, restoreFile, saveBackup } from './support/backup-file.ts'
import { openToday, test, tile } from './support/devices.ts'
import { expect } from './support/test.ts'
import { todayInBrowser } from './support/today.ts'

test.setTimeout(300_000)

const DAYS = 1500
const MOODS = 500
/** For everything to be sent, and for a device to be let in, be given it and show it, beside other tests. In ms. */
const WITHIN_MS = 60_000

test('a second device is given 2 000 documents: each one, whole, and soon', async ({ page: a, openDevice, server }) => {
  const yesterday = addDays(todayInBrowser(), -1)
  const dates = datesBetween(addDays(yesterday, 1 - DAYS), yesterday)
  const days = dates.map((id, index) => ({ collection: 'day', id, fields: { steps: 8000 + index, weight: 74.6 } }))
  const moods = dates.slice(-MOODS).map((date, index) => ({
    collection: 'mood',
    id: `0190f0d0-0000-7000-8000-${String(index).padStart(12, '0')}`,
    fields: {
      date,
      time: '08:00',
      rating: 1 + (index % 5),
      energy: null,
      stress: null,
      emoji: '',
      tags: [],
      reflection: `Note ${index}`,
    },
  }))
  await createAccount(a, server.url)
  await restoreFile(a, backupFile([...days, ...moods]), server.url)
  await backedUp(a, WITHIN_MS)

  const b = await openDevice()
  const begun = Date.now()
  await letIn(a, b, server.url)
  await b.goto(`${server.url}/streaks`)
  await expect(b.getByRole('heading', { level: 2, name: /^1\s?500 days in a row$/ })).toBeVisible({
    timeout: WITHIN_MS,
  })
  await b.goto(`${server.url}/mood`)
  await expect(b.getByText('Note 499')).toBeVisible({ timeout: WITHIN_MS })
  expect(Date.now() - begun).toBeLessThan(WITHIN_MS)

  const [first = '', last = ''] = [dates[0], dates.at(-1)]
  await openToday(b, server.url)
  for (const [date, steps] of [
    [first, '8 000'],
    [last, '9 499'],
  ] as const) {
    await b.goto(`${server.url}/?day=${date}`)
    await expect(tile(b, 'Steps')).toContainText(steps)
    await expect(tile(b, 'Weight')).toContainText('74.6 kg')
  }
  const [held, given] = [
    await documentsIn(await saveBackup(a, server.url)),
    await documentsIn(await saveBackup(b, server.url)),
  ]
  expect(given.filter(({ collection }) => collection === 'day' || collection === 'mood')).toHaveLength(DAYS + MOODS)
  expect(given).toEqual(held)
})

async function documentsIn(backup: string): Promise<readonly { readonly collection: string }[]> {
  const content: { readonly documents: readonly { readonly collection: string }[] } = JSON.parse(
    await readFile(backup, 'utf8'),
  )
  return content.documents
}
