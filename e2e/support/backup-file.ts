import type { Page } from '@playwright/test'
import { expect } from './test.ts'

type Field = string | number | boolean | null
type Fields = Readonly<Record<string, Field | readonly string[] | Readonly<Record<string, Field>>>>

export interface BackupDocument {
  readonly collection: string
  readonly id: string
  readonly fields: Fields
}

/** Long before any test's clock, so that everything a test does is newer. ms since 1970 UTC, packed as a stamp. */
const STAMP = Date.UTC(2026, 0, 1) * 1024

/** A backup file that holds these documents. */
export function backupFile(documents: readonly BackupDocument[]) {
  const stamped = documents.map((document) => ({
    ...document,
    stamps: Object.fromEntries(Object.keys(document.fields).map((field) => [field, STAMP])),
  }))
  const content = { format: 'ownit-backup', version: 1, createdAt: '2026-01-01T00:00:00.000Z', documents: stamped }
  return {
    name: 'ownit-backup-2026-01-01.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(content)),
  }
}

/** Days with a number of steps each, as a backup holds them. */
export function daysWithSteps(dates: readonly string[], steps = 9000): BackupDocument[] {
  return dates.map((id) => ({ collection: 'day', id, fields: { steps } }))
}

/** Restores a backup through the settings, as a person does. `origin`: of a server of the test's own. */
export async function restoreFile(
  page: Page,
  file: ReturnType<typeof backupFile> | string,
  origin = '',
): Promise<void> {
  await page.goto(`${origin}/settings#restore`)
  await page.getByLabel('Backup file').setInputFiles(file)
  await page.getByRole('button', { name: 'Restore it' }).click()
  // Thousands of documents, on a machine that is busy with other tests.
  await expect(page.getByText(/^Restored: \d+ new/)).toBeVisible({ timeout: 30_000 })
}

/** Saves a backup through the settings and answers where it was put. */
export async function saveBackup(page: Page, origin = ''): Promise<string> {
  await page.goto(`${origin}/settings`)
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save a backup', exact: true }).click()
  return (await download).path()
}
