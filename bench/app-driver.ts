import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'

/** Drives the app as a person would, for benches and screenshots: through its own screens, by role and name. */

/** Imports a CSV through the wizard by its own guess, and waits until it is saved. */
export async function importCsv(page: Page, url: string, name: string, text: string): Promise<void> {
  await page.goto(`${url}/import`)
  await chooseCsv(page, name, text)
  await page.getByRole('button', { name: /^Import .* values$/ }).click({ timeout: 120_000 })
  await page.locator('[data-step="done"]').waitFor({ timeout: 120_000 })
}

/** By way of a real file: a text handed over would be decoded on the page's main thread, by the driver. */
export async function chooseCsv(page: Page, name: string, text: string): Promise<void> {
  const path = join(await mkdtemp(join(tmpdir(), 'ownit-csv-')), name)
  await writeFile(path, text)
  await page.getByLabel('Choose a CSV file').setInputFiles(path)
}

/** Waits until the screen at `path` has shown what it is for. */
export async function isReady(page: Page, path: string): Promise<void> {
  if (path === '/') await page.locator('[data-ready]').first().waitFor()
  else await page.getByRole('heading', { level: 1 }).waitFor()
  if (path === '/history') await page.locator('[data-drawn]').first().waitFor()
}

/** Past the welcome, on an empty database: the person wants to log by hand. */
export async function skipWelcome(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/welcome`)
  await page.getByRole('button', { name: 'Log today' }).click()
  await page.locator('[data-ready]').first().waitFor()
}
