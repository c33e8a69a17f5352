import { rm } from 'node:fs/promises'
import type { Request } from '@playwright/test'
import {
  backedUp,
  createAccount,
  DERIVED_WITHIN_MS,
  EMAIL,
  goTo,
  letIn,
  offerDevice,
  openPairingLink,
  PASSPHRASE,
  signIn,
} from './support/account.ts'
import { logValue, openToday, test, tile } from './support/devices.ts'
import { backgroundSync, readyForOffline } from './support/service-worker.ts'
import { expect } from './support/test.ts'
import { twoDevices } from './support/two-devices.ts'

test.setTimeout(300_000)

test('two devices: within a second, apart with no network, over each other, and past a server that is killed @timed', async ({
  page: a,
  openDevice,
  server,
  problems,
}) => {
  problems.allow(/Failed to load resource/)
  const b = await openDevice()
  const both = [a, b]
  await twoDevices(a, b, server.url)

  await test.step('what is logged on one device is on the other within a second', async () => {
    await tile(a, 'Steps').click()
    const waits: number[] = []
    for (const [text, words] of [
      ['8214', '8 214'],
      ['9321', '9 321'],
      ['9876', '9 876'],
    ] as const) {
      await a.getByRole('dialog').getByRole('textbox').fill(text)
      await expect(a.getByRole('dialog').getByText(`${words} saved on this device`)).toBeVisible()
      const saved = Date.now()
      // As often as it can be looked: the usual steps of up to half a second would be most of what is measured.
      await expect
        .poll(async () => (await tile(b, 'Steps').innerText()).replace(/\s/g, ' '), { intervals: [20] })
        .toContain(words)
      waits.push(Date.now() - saved)
    }
    expect(Math.max(...waits)).toBeLessThan(1000)
    await a.getByRole('dialog').getByRole('button', { name: 'Done' }).click()
  })

  await test.step('metrics of one day that were logged apart, with no network, are both on both', async () => {
    for (const page of both) await page.context().setOffline(true)
    await logValue(a, 'Calories', '2100', '2 100 kcal')
    await logValue(b, 'Protein', '120', '120 g')
    await goTo(a, '/sync')
    await expect(a.getByRole('status').getByText('Saved on this device')).toBeVisible()
    await expect(a.getByText('1 change is not backed up yet')).toBeVisible()
    await goTo(a, '/')
    for (const page of both) await page.context().setOffline(false)
    for (const page of both) {
      await expect(tile(page, 'Calories')).toContainText('2 100 kcal', { timeout: 20_000 })
      await expect(tile(page, 'Protein')).toContainText('120 g', { timeout: 20_000 })
    }
  })

  await test.step('of one metric that was logged on both, with no network, the later one wins on both', async () => {
    for (const page of both) await page.context().setOffline(true)
    await logValue(b, 'Weight', '80.1', '80.1 kg')
    await logValue(a, 'Weight', '75.2', '75.2 kg')
    await b.context().setOffline(false)
    await backedUp(b)
    await a.context().setOffline(false)
    await backedUp(a)
    for (const page of both) {
      await goTo(page, '/')
      await expect(tile(page, 'Weight')).toContainText('75.2 kg', { timeout: 20_000 })
    }
  })

  await test.step('a server that is killed and comes back has lost nothing and holds nothing twice', async () => {
    await server.kill()
    await logValue(a, 'Steps', '7001', '7 001')
    await server.start()
    await expect(tile(b, 'Steps')).toContainText('7 001', { timeout: 30_000 })
    await backedUp(a)
    const kept = await a.request.get(`${server.url}/api/account/export`)
    expect((await kept.json()).documents).toHaveLength(1)
  })
})

test('a server that lost everything is filled again from a device', async ({
  page: a,
  openDevice,
  server,
  problems,
}, testInfo) => {
  problems.allow(/Failed to load resource/)
  const b = await openDevice()
  await twoDevices(a, b, server.url)
  await server.stop()
  await rm(testInfo.outputPath('data'), { recursive: true })
  await server.start()
  // The account is gone with the rest: the device says so, keeps everything, and makes it anew.
  await goTo(a, '/sync')
  await expect(a.getByText('This device is not signed in any more').first()).toBeVisible({ timeout: 30_000 })
  await a.getByRole('button', { name: 'Sign out', exact: true }).click()
  await a.getByRole('alertdialog').getByRole('button', { name: 'Sign out' }).click()
  await expect(a.getByRole('tab', { name: 'Create' })).toBeVisible()
  await createAccount(a, server.url)
  await backedUp(a)
  const fresh = await openDevice()
  await letIn(a, fresh, server.url)
  await openToday(fresh, server.url)
  await expect(tile(fresh, 'Weight')).toContainText('74.6 kg')
})

test('[S6] a server whose database was put back from before anything was in it is filled again by the devices themselves', async ({
  page: a,
  openDevice,
  server,
  problems,
}, testInfo) => {
  problems.allow(/Failed to load resource/)
  const b = await openDevice()
  await createAccount(a, server.url)
  await letIn(a, b, server.url)
  const backup = testInfo.outputPath('empty.db')
  await server.run('backup', backup)
  await openToday(a, server.url)
  await openToday(b, server.url)
  await logValue(a, 'Weight', '74.6', '74.6 kg')
  await expect(tile(b, 'Weight')).toContainText('74.6 kg')
  await b.getByRole('button', { name: 'Previous day' }).click()
  await logValue(b, 'Steps', '8214', '8 214')
  await backedUp(b)
  await server.stop()
  await server.run('restore', backup)
  await server.start()
  const kept = async () => {
    const response = await a.request.get(`${server.url}/api/account/export`)
    return (await response.json()).documents.length
  }
  await expect.poll(kept, { timeout: 90_000 }).toBe(2)
  const fresh = await openDevice()
  await letIn(a, fresh, server.url)
  await openToday(fresh, server.url)
  await expect(tile(fresh, 'Weight')).toContainText('74.6 kg')
  await fresh.getByRole('button', { name: 'Previous day' }).click()
  await expect(tile(fresh, 'Steps')).toContainText('8 214')
})

test('a device that was signed out from another keeps its data, says why, and goes on after signing in', async ({
  page: a,
  openDevice,
  server,
  problems,
}) => {
  problems.allow(/Failed to load resource/)
  const b = await openDevice()
  await twoDevices(a, b, server.url)
  await goTo(a, '/sync')
  await a.getByRole('button', { name: /^Sign out \w+ on / }).click()
  await a.getByRole('alertdialog').getByRole('button', { name: 'Sign it out' }).click()
  await expect(a.getByRole('button', { name: /^Sign out \w+ on / })).toHaveCount(0)
  await logValue(b, 'Steps', '8214', '8 214')
  const notice = b.getByRole('alert').filter({ hasText: 'not signed in any more' })
  await expect(notice).toBeVisible({ timeout: 20_000 })
  await expect(tile(b, 'Weight')).toContainText('74.6 kg')
  await notice.getByRole('button', { name: 'See Sync' }).click()
  await expect(b.getByLabel('E-mail address')).toHaveValue(EMAIL)
  await b.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE)
  await b.getByRole('button', { name: 'Sign in' }).click()
  await backedUp(b, DERIVED_WITHIN_MS)
  await goTo(a, '/')
  await expect(tile(a, 'Steps')).toContainText('8 214')
})

test('[C5] a device whose clock is two years ahead is told so, and stops no other', async ({
  page: a,
  openDevice,
  server,
}) => {
  // The skew has to be in the worker too, which the service worker would hand out as it was built.
  const b = await openDevice({ serviceWorkers: 'block' })
  const skew = 'Date.now = ((now) => () => now() + 2 * 365.25 * 86400e3)(Date.now);'
  await b.addInitScript(skew)
  await b.context().route(/sync\.worker/, async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, body: skew + (await response.text()) })
  })
  await createAccount(a, server.url)
  await letIn(a, b, server.url)
  await openToday(a, server.url)
  await expect(b.getByText('This device’s clock is 2 years ahead.')).toBeVisible({ timeout: 20_000 })
  await openToday(b, server.url)
  await expect(b.getByRole('alert').filter({ hasText: '2 years ahead' })).toBeVisible({ timeout: 20_000 })
  await logValue(b, 'Weight', '80.1', '80.1 kg')
  await backedUp(b)
  // What it logs is a day of the year it believes in; what the other device logs then is not held back by it.
  await logValue(a, 'Weight', '75.2', '75.2 kg')
  await backedUp(a)
  const kept = await a.request.get(`${server.url}/api/account/export`)
  expect((await kept.json()).documents).toHaveLength(2)
})

test('[V2] the recovery code opens the vault in a fresh profile, and a wrong one does not', async ({
  page: a,
  openDevice,
  server,
  problems,
}) => {
  problems.allow(/Failed to load resource/)
  const code = await createAccount(a, server.url)
  await openToday(a, server.url)
  await logValue(a, 'Weight', '74.6', '74.6 kg')
  await backedUp(a)

  const b = await openDevice()
  await b.goto(`${server.url}/sync`)
  await b.getByRole('tab', { name: 'Recover' }).click()
  await b.getByLabel('E-mail address').fill(EMAIL)
  await b.getByLabel('New passphrase', { exact: true }).fill('quite another passphrase')
  const field = b.getByLabel('Recovery code')
  const use = b.getByRole('button', { name: 'Use my recovery code' })
  const first = code.charAt(0) === '0' ? '1' : '0'
  await field.fill(first + code.slice(1))
  await use.click()
  await expect(b.getByRole('alert')).toContainText('mistyped')
  await field.fill('0000 0000 0000 0000 0000 0000 000')
  await use.click()
  await expect(b.getByRole('alert')).toContainText('wrong', { timeout: DERIVED_WITHIN_MS })
  await field.fill(code.toLowerCase())
  await use.click()
  await expect(b.getByRole('heading', { name: 'Devices' })).toBeVisible({ timeout: DERIVED_WITHIN_MS })
  await openToday(b, server.url)
  await expect(tile(b, 'Weight')).toContainText('74.6 kg')
})

test('[V1] a device lets another one in by a code, once', async ({ page: a, openDevice, server, problems }) => {
  problems.allow(/Failed to load resource/)
  await createAccount(a, server.url)
  await openToday(a, server.url)
  await logValue(a, 'Weight', '74.6', '74.6 kg')
  const code = await offerDevice(a, server.url)
  const b = await openDevice()
  await openPairingLink(b, server.url, code)
  // A secret is not left in the address.
  await expect(b).toHaveURL(`${server.url}/sync`)
  await expect(b.getByRole('heading', { name: 'Devices' })).toBeVisible({ timeout: 20_000 })
  await openToday(b, server.url)
  await expect(tile(b, 'Weight')).toContainText('74.6 kg')

  const c = await openDevice()
  await openPairingLink(c, server.url, code)
  await expect(c.getByRole('alert')).toContainText('wrong')
})

test('[D3] two tabs and the service worker have one runner', async ({ page: a, openDevice, server }) => {
  const b = await openDevice()
  await twoDevices(a, b, server.url)
  await readyForOffline(a)
  const wake = await backgroundSync(a, server.url)
  const other = await a.context().newPage()
  let most = 0
  const underWay = new Set<Request>()
  let byServiceWorker = 0
  a.context().on('request', (request) => {
    if (!request.url().endsWith('/api/sync')) return
    underWay.add(request)
    most = Math.max(most, underWay.size)
    if (request.serviceWorker() !== null) byServiceWorker += 1
  })
  // One that was under way before is in no set, and its end is none of these.
  const over = (request: Request) => underWay.delete(request)
  a.context().on('requestfinished', over)
  a.context().on('requestfailed', over)
  await other.goto(`${server.url}/`)
  await expect(tile(other, 'Weight')).toContainText('74.6 kg')
  // Long enough for another run to get between.
  await a.context().route('**/api/sync', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 300))
    await route.continue()
  })
  for (const steps of ['1001', '1002', '1003']) {
    await Promise.all([wake(), logValue(a, 'Steps', steps, `1 00${steps.at(-1)}`)])
    await Promise.all([wake(), logValue(other, 'Protein', steps.slice(1), `${Number(steps.slice(1))} g`)])
  }
  await expect(tile(b, 'Steps')).toContainText('1 003', { timeout: 30_000 })
  await expect(tile(b, 'Protein')).toContainText('3 g', { timeout: 30_000 })
  expect(byServiceWorker).toBeGreaterThan(0)
  expect(most).toBe(1)
})

test('[D4] the browser has it backed up in the background, with no page of the app open', async ({
  page: a,
  openDevice,
  server,
  problems,
}) => {
  problems.allow(/Failed to load resource/)
  const b = await openDevice()
  await twoDevices(a, b, server.url)
  await readyForOffline(a)
  await a.context().setOffline(true)
  await logValue(a, 'Steps', '8214', '8 214')
  // A page of the same origin with none of the app in it, so that its service worker can be spoken to.
  await a.goto('about:blank')
  await a.context().setOffline(false)
  await a.goto(`${server.url}/robots.txt`)
  await (await backgroundSync(a, server.url))()
  await expect(tile(b, 'Steps')).toContainText('8 214', { timeout: 20_000 })
})

test('[D5] signing out keeps the data; removing it takes all of it, and signing in brings it back', async ({
  page,
  server,
}) => {
  await createAccount(page, server.url)
  await openToday(page, server.url)
  await logValue(page, 'Weight', '74.6', '74.6 kg')
  await backedUp(page)
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('tab', { name: 'Sign in' })).toBeVisible()
  await goTo(page, '/')
  await expect(tile(page, 'Weight')).toContainText('74.6 kg')
  await signIn(page, server.url)
  await backedUp(page)
  await page.getByRole('button', { name: 'Remove my data from this device' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove everything here' }).click()
  await expect(page.getByRole('tab', { name: 'Sign in' })).toBeVisible()
  await page.goto(`${server.url}/`)
  await expect(page).toHaveURL(`${server.url}/welcome`)
  await signIn(page, server.url)
  await openToday(page, server.url)
  await expect(tile(page, 'Weight')).toContainText('74.6 kg')
})
