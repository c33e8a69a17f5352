import { cpSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import Database from 'better-sqlite3'
import { backedUp, goTo } from './support/account.ts'
import { logValue, test, tile } from './support/devices.ts'
import { askToDie, isToDie } from './support/die-at.ts'
import { expect } from './support/test.ts'
import { twoDevices } from './support/two-devices.ts'

test.setTimeout(300_000)

/** What a server loads first, so that it can be asked to die. */
const DIE_IN_PUSH = new URL('./support/die-in-push.ts', import.meta.url).href

const DEATHS = [
  { moment: 'arrived', words: 'when a push has arrived', written: false },
  { moment: 'written', words: 'between the writes of a push and their commit', written: false },
  { moment: 'committed', words: 'when a push is committed and not yet answered', written: true },
] as const

test('[S4] a server killed in the middle of a push, wherever that is, has lost nothing and holds nothing twice', async ({
  page: a,
  openDevice,
  server,
  problems,
}, testInfo) => {
  problems.allow(/Failed to load resource/)
  const data = testInfo.outputPath('data')
  const b = await openDevice()
  await twoDevices(a, b, server.url)
  let kept = await keptVersions(a, server.url)
  for (const [index, { moment, words, written }] of DEATHS.entries())
    await test.step(words, async () => {
      const steps = String(1001 + index)
      const protein = String(101 + index)
      await server.stop()
      // Two documents wait, the one of today for another time: they go in one push.
      await goTo(a, '/')
      await logValue(a, 'Steps', steps, `1 00${1 + index}`)
      await a.getByRole('button', { name: 'Previous day' }).click()
      await expect(tile(a, 'Steps')).not.toContainText(`1 00${1 + index}`)
      await logValue(a, 'Protein', protein, `${protein} g`)
      askToDie(data, moment)
      await server.start(undefined, DIE_IN_PUSH)
      await synchroniseNow(a)
      await server.killed()
      expect(isToDie(data)).toBe(false)
      const next = kept[kept.length - 1] ?? 0
      const pushed = [next + 1, next + 2]
      expect(versionsIn(data, testInfo.outputPath(`killed-${moment}`))).toEqual(written ? pushed : kept)

      await server.start()
      await synchroniseNow(a)
      await backedUp(a)
      await synchroniseNow(b)
      await goTo(b, '/')
      await expect(tile(b, 'Steps')).toContainText(`1 00${1 + index}`, { timeout: 60_000 })
      await expect(tile(b, 'Weight')).toContainText('74.6 kg')
      await b.getByRole('button', { name: 'Previous day' }).click()
      await expect(tile(b, 'Protein')).toContainText(`${protein} g`)
      // Each of the two was written once: what is written again would have a version of its own.
      kept = await keptVersions(a, server.url)
      expect(kept).toEqual(pushed)
    })
})

/** By hand, so that nobody waits for the time that is left before a device tries again. */
async function synchroniseNow(page: Page): Promise<void> {
  await goTo(page, '/sync')
  await page.getByRole('button', { name: 'Synchronise now' }).click()
}

/** The versions of what the server says it keeps. */
async function keptVersions(page: Page, origin: string): Promise<number[]> {
  const kept = await page.request.get(`${origin}/api/account/export`)
  const { documents }: { readonly documents: readonly { readonly version: number }[] } = await kept.json()
  return documents.map(({ version }) => version).sort((a, b) => a - b)
}

/** The versions of the documents on the disk of a server that is dead, read from a copy, so that nothing is done to what the server finds. */
function versionsIn(data: string, copy: string): number[] {
  cpSync(data, copy, { recursive: true })
  const database = new Database(join(copy, 'ownit.db'))
  const versions = database.prepare<[], { version: number }>('SELECT version FROM documents ORDER BY version').all()
  database.close()
  return versions.map(({ version }) => version)
}
