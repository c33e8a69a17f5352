import type { Page } from '@playwright/test'
import { createAccount, letIn } from './account.ts'
import { logValue, openToday, tile } from './devices.ts'
import { expect } from './test.ts'

/** Two devices with one account, both on Today. The first has logged a weight. */
export async function twoDevices(a: Page, b: Page, origin: string): Promise<void> {
  await createAccount(a, origin)
  await letIn(a, b, origin)
  await openToday(a, origin)
  await openToday(b, origin)
  await logValue(a, 'Weight', '74.6', '74.6 kg')
  await expect(tile(b, 'Weight')).toContainText('74.6 kg')
}
