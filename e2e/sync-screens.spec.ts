import { DERIVED_WITHIN_MS, EMAIL, PASSPHRASE, typeGroupBack } from './support/account.ts'
import { expectAccessible } from './support/axe.ts'
import { tabTo } from './support/tab-to.ts'
import { expect, test } from './support/test.ts'

test.setTimeout(300_000)

test('axe finds nothing on the Sync screen in any of its states @phone', async ({ page, server }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto(`${server.url}/sync`)
  for (const way of ['Sign in', 'Code', 'Recover', 'Create']) {
    await page.getByRole('tab', { name: way }).click()
    await expectAccessible(page)
  }
  // With what is wrong said beside its field.
  await page.getByRole('button', { name: 'Create the account' }).click()
  await expect(page.getByRole('alert')).toHaveCount(2)
  await expectAccessible(page)

  await page.getByLabel('E-mail address').fill(EMAIL)
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE)
  await page.getByRole('button', { name: 'Create the account' }).click()
  await expect(page.getByTestId('recovery-code')).toBeVisible({ timeout: DERIVED_WITHIN_MS })
  await expectAccessible(page)
  // Until the code is checked it does not count as kept.
  await page.getByRole('button', { name: 'Later' }).click()
  await expect(page.getByText('Your recovery code was never checked.')).toBeVisible()
  await expect(page.getByText('This device', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Add a device' }).click()
  await expect(page.getByRole('img', { name: /QR code/ })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Delete the account' }).click()
  await expect(page.getByRole('alertdialog')).toBeVisible()
  await expectAccessible(page)
})

test('the recovery kit is checked by typing a part of it back, and printed by itself', async ({ page, server }) => {
  await page.goto(`${server.url}/sync`)
  await page.getByLabel('E-mail address').fill(EMAIL)
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE)
  await page.getByRole('button', { name: 'Create the account' }).click()
  const shown = page.getByTestId('recovery-code')
  await expect(shown).toBeVisible({ timeout: DERIVED_WITHIN_MS })
  const code = (await shown.textContent()) ?? ''
  await page.emulateMedia({ media: 'print' })
  await expect(shown).toBeVisible()
  await expect(page.getByText('OwnIt recovery kit')).toBeVisible()
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeHidden()
  await expect(page.getByRole('heading', { name: 'Sync', level: 1 })).toBeHidden()
  await page.emulateMedia({ media: 'screen' })

  await page.getByLabel(/^Type the \w+ group/).fill('UUUU')
  await page.getByRole('button', { name: 'Check' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'not what the code says' })).toBeVisible()
  await typeGroupBack(page, code)
  await expect(page.getByText('You have a recovery code on paper.')).toBeVisible()
  await expect(page.getByText(code)).toHaveCount(0)
})

test('an account is made and left by keyboard alone', async ({ page, server }) => {
  await page.goto(`${server.url}/settings`)
  await tabTo(page, page.getByRole('link', { name: 'Turn on sync', exact: true }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Sync', level: 1 })).toBeVisible()
  await tabTo(page, page.getByLabel('E-mail address'))
  await page.keyboard.type(EMAIL)
  await page.keyboard.press('Tab')
  await page.keyboard.type(PASSPHRASE)
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('recovery-code')).toBeVisible({ timeout: DERIVED_WITHIN_MS })
  await tabTo(page, page.getByRole('button', { name: 'Later' }))
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('button', { name: 'Sign out', exact: true }))
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('alertdialog').getByRole('button', { name: 'Sign out' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('tab', { name: 'Create' })).toBeVisible()
})

test('the welcome leads to an account or a backup file, and back out', async ({ page, server }) => {
  await page.goto(`${server.url}/welcome`)
  await page.getByRole('button', { name: 'Bring my data from another device' }).click()
  await expect(page.getByRole('heading', { name: 'Sync', level: 1 })).toBeVisible()
  await page.getByRole('link', { name: 'restore it here' }).click()
  await expect(page.getByRole('button', { name: 'Choose a backup file' })).toBeVisible()
})

test('an invitation is asked for where the server wants one', async ({ page, server, problems }) => {
  problems.allow(/Failed to load resource/)
  await page.route('**/api/auth/sign-up/email', (route) =>
    route.request().headers()['x-signup-code'] === 'tea-and-biscuits'
      ? route.continue()
      : route.fulfill({ status: 403, json: { error: 'an invitation is needed', code: 'SIGN_UP_CODE' } }),
  )
  await page.goto(`${server.url}/sync`)
  await page.getByLabel('E-mail address').fill(EMAIL)
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE)
  await page.getByRole('button', { name: 'Create the account' }).click()
  await page.getByLabel('Invitation').fill('tea-and-biscuits', { timeout: DERIVED_WITHIN_MS })
  await page.getByRole('button', { name: 'Create the account' }).click()
  await expect(page.getByTestId('recovery-code')).toBeVisible({ timeout: DERIVED_WITHIN_MS })
})
