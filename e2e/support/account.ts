import { expect, type Page } from '@playwright/test'

export const EMAIL = 'anna@example.org'
export const PASSPHRASE = 'lamp otter brisk violin'

/** Keys are made of a passphrase in two seconds; on a machine that is busy with other tests, in many more. */
export const DERIVED_WITHIN_MS = 90_000

/** Makes an account on the Sync screen, checks the recovery kit as a person does, and answers the recovery code. */
export async function createAccount(page: Page, origin: string, email = EMAIL): Promise<string> {
  await page.goto(`${origin}/sync`)
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE)
  await page.getByRole('button', { name: 'Create the account' }).click()
  const code = (await page.getByTestId('recovery-code').textContent({ timeout: DERIVED_WITHIN_MS })) ?? ''
  await typeGroupBack(page, code)
  await expect(page.getByRole('heading', { name: 'Devices' })).toBeVisible()
  return code
}

/** Types back the group of the code that is asked for. */
export async function typeGroupBack(page: Page, code: string): Promise<void> {
  const field = page.getByLabel(/^Type the \w+ group/)
  const place = /the (\w+) group/.exec((await page.locator('label', { hasText: /^Type the/ }).textContent()) ?? '')?.[1]
  const index = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh'].indexOf(place ?? '')
  await field.fill(code.split(' ')[index] ?? '')
  await page.getByRole('button', { name: 'Check' }).click()
}

export async function signIn(page: Page, origin: string, email = EMAIL): Promise<void> {
  await page.goto(`${origin}/sync`)
  await page.getByRole('tab', { name: 'Sign in' }).click()
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('heading', { name: 'Devices' })).toBeVisible({ timeout: DERIVED_WITHIN_MS })
}

/** Goes to another screen without loading the page anew, so that what synchronises goes on. */
export async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => history.pushState(null, '', to), path)
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
}

/** Waits until nothing on this device waits to be backed up. `withinMs`: for how long at most. */
export async function backedUp(page: Page, withinMs = 20_000): Promise<void> {
  await goTo(page, '/sync')
  await expect(page.getByRole('status').getByText('Backed up', { exact: true })).toBeVisible({ timeout: withinMs })
}

/** The code that a signed-in device shows to let another in. */
export async function offerDevice(page: Page, origin: string): Promise<string> {
  await page.goto(`${origin}/sync`)
  await page.getByRole('button', { name: 'Add a device' }).click()
  await expect(page.getByRole('img', { name: /QR code/ })).toBeVisible()
  return ((await page.getByText(/^\w{4}( \w{4}){5} \S{3}$/).textContent()) ?? '').replaceAll(' ', '-')
}

/** Opens the link that the other device's QR code holds. */
export async function openPairingLink(page: Page, origin: string, code: string): Promise<void> {
  await page.goto(`${origin}/sync#${new URLSearchParams({ pair: code, email: EMAIL }).toString()}`)
  await page.getByRole('button', { name: 'Join' }).click()
}

/** Lets `other` into the account of `page`, with no passphrase and none of the time that it takes. */
export async function letIn(page: Page, other: Page, origin: string): Promise<void> {
  await openPairingLink(other, origin, await offerDevice(page, origin))
  await expect(other.getByRole('heading', { name: 'Devices' })).toBeVisible({ timeout: 20_000 })
}
