import type { Locator, Page } from '@playwright/test'
import { expectAccessible } from './support/axe.ts'
import { holdStore } from './support/held-store.ts'
import { expect, test } from './support/test.ts'

test.beforeEach(async ({ page }) => {
  await page.clock.setFixedTime(new Date('2026-11-23T10:00:00+01:00'))
})

const tile = (page: Page, metric: string) => page.getByRole('button', { name: new RegExp(`^${metric}\\b`) })
const sheet = (page: Page) => page.getByRole('dialog')
const field = (page: Page) => sheet(page).getByRole('textbox')
const saved = (page: Page, text: string) => expect(sheet(page).getByText(`${text} saved on this device`)).toBeVisible()

/** Today with nothing stored, past the welcome. */
async function openToday(page: Page, query = '?day=2026-11-23'): Promise<void> {
  await page.goto(`/${query}`)
  await expect(page.locator('[data-ready]')).toBeVisible()
}

async function logValue(page: Page, metric: string, text: string, words: string): Promise<void> {
  await tile(page, metric).click()
  await field(page).fill(text)
  await saved(page, words)
  await sheet(page).getByRole('button', { name: 'Done' }).click()
  await expect(sheet(page)).toHaveCount(0)
}

test.describe('the first start', () => {
  test('reaches a first logged value in two taps @phone', async ({ page }) => {
    await page.goto('/')
    await expect(page).toHaveURL('/welcome')
    // One: what to do. The sheet opens with the keypad up, so the second is the first figure.
    await page.getByRole('button', { name: 'Log today' }).click()
    await expect(field(page)).toBeFocused()
    await expect(field(page)).toHaveAttribute('inputmode', 'decimal')
    await page.keyboard.type('74.6')
    await saved(page, '74.6 kg')
    await sheet(page).getByRole('button', { name: 'Done' }).click()
    await expect(tile(page, 'Weight')).toContainText('74.6 kg')
    await page.reload()
    await expect(tile(page, 'Weight')).toContainText('74.6 kg')
  })

  test('can be done by keyboard alone', async ({ page }) => {
    await page.goto('/')
    const offer = page.getByRole('button', { name: 'Log today' })
    await expect(offer).toBeVisible()
    for (let presses = 0; presses < 20 && !(await isFocused(page, 'Log today')); presses += 1) {
      await page.keyboard.press('Tab')
    }
    await page.keyboard.press('Enter')
    await expect(field(page)).toBeFocused()
    await page.keyboard.type('81')
    await saved(page, '81.0 kg')
    await page.keyboard.press('Enter')
    await expect(sheet(page).getByRole('heading', { name: 'Steps' })).toBeVisible()
    await expect(field(page)).toBeFocused()
    await page.keyboard.type('8214')
    await saved(page, '8 214')
    await page.keyboard.press('Escape')
    // The first Escape takes the typing back, as it does in every field; the next one closes.
    await expect(field(page)).toHaveValue('')
    await page.keyboard.press('Escape')
    await expect(sheet(page)).toHaveCount(0)
    await expect(tile(page, 'Weight')).toContainText('81.0 kg')
    await expect(tile(page, 'Steps')).toContainText('add')
  })

  test('asks once: the choice is remembered', async ({ page }) => {
    await page.goto('/')
    await page.getByRole('button', { name: 'Log today' }).click()
    await expect(field(page)).toBeVisible()
    await page.goto('/')
    await expect(page.locator('[data-ready]')).toBeVisible()
    await expect(page).toHaveURL('/')
  })

  test('welcome has no accessibility violation @phone', async ({ page }) => {
    await page.goto('/welcome')
    await expect(page.getByRole('button', { name: 'Log today' })).toBeVisible()
    await expectAccessible(page)
  })
})

test.describe('a value', () => {
  test('is edited, undone, and a reload keeps it so', async ({ page }) => {
    await openToday(page)
    await logValue(page, 'Weight', '74.6', '74.6 kg')
    await logValue(page, 'Weight', '75.1', '75.1 kg')
    await expect(tile(page, 'Weight')).toContainText('75.1 kg')
    await undo(page, 'Weight on 23 Nov saved')
    await expect(tile(page, 'Weight')).toContainText('74.6 kg')
    await page.reload()
    await expect(tile(page, 'Weight')).toContainText('74.6 kg')
  })

  test('is on the disk as soon as the screen says so: a reload in the middle of it loses nothing', async ({ page }) => {
    await openToday(page)
    await tile(page, 'Steps').click()
    await expect(field(page)).toBeFocused()
    await page.keyboard.type('12 345')
    await saved(page, '12 345')
    await page.reload()
    await expect(tile(page, 'Steps')).toContainText('12 345')
  })

  test('[D11] is what was typed last, however late the code that writes arrives', async ({ page }) => {
    await page.route(/\/assets\/commit-/, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1500))
      await route.continue()
    })
    await openToday(page, '?log=steps')
    await expect(field(page)).toBeFocused()
    await page.keyboard.type('12345')
    await saved(page, '12 345')
    await page.reload()
    await expect(tile(page, 'Steps')).toContainText('12 345')
  })

  test('that is impossible stays in the field with the reason, and keeps the sheet open', async ({ page }) => {
    await openToday(page)
    await tile(page, 'Sleep').click()
    await expect(field(page)).toBeFocused()
    await page.keyboard.type('25:00')
    await expect(field(page)).toHaveValue('25:00')
    await expect(sheet(page).getByRole('alert')).toContainText('At most 24:00')
    await sheet(page).getByRole('button', { name: 'Done' }).click()
    await expect(field(page)).toHaveValue('25:00')
    await expect(field(page)).toBeFocused()
    await field(page).fill('7:30')
    await saved(page, '7 h 30')
    await expect(sheet(page).getByRole('alert')).toHaveCount(0)
    await sheet(page).getByRole('button', { name: 'Done' }).click()
    await expect(tile(page, 'Sleep')).toContainText('7 h 30')
  })

  test('that was only on the way to an impossible one is not kept', async ({ page }) => {
    await openToday(page)
    await logValue(page, 'Weight', '74.6', '74.6 kg')
    await tile(page, 'Weight').click()
    await field(page).fill('')
    await field(page).pressSequentially('900')
    await expect(sheet(page).getByRole('alert')).toContainText('At most 300')
    await expect(sheet(page).getByText('74.6 kg is still what is saved')).toBeVisible()
    await expect(field(page)).toHaveValue('900')
    await page.reload()
    await expect(tile(page, 'Weight')).toContainText('74.6 kg')
  })

  test('is cleared, and the clearing undone', async ({ page }) => {
    await openToday(page)
    await logValue(page, 'Protein', '90', '90 g')
    await tile(page, 'Protein').click()
    await sheet(page).getByRole('button', { name: 'Clear' }).click()
    await expect(sheet(page).getByText('Cleared on this device')).toBeVisible()
    await sheet(page).getByRole('button', { name: 'Done' }).click()
    await expect(tile(page, 'Protein')).toContainText('add')
    await undo(page, 'Protein on 23 Nov cleared')
    await expect(tile(page, 'Protein')).toContainText('90 g')
  })

  test('is the same as yesterday in one tap', async ({ page }) => {
    await openToday(page, '?day=2026-11-22')
    await logValue(page, 'Weight', '74.6', '74.6 kg')
    await page.getByRole('button', { name: 'Today', exact: true }).click()
    await expect(tile(page, 'Weight')).toContainText('add')
    await tile(page, 'Weight').click()
    await expect(sheet(page).getByText('Last: 74.6 kg, yesterday')).toBeVisible()
    await sheet(page).getByRole('button', { name: 'Same as yesterday (74.6 kg)' }).click()
    await saved(page, '74.6 kg')
    await expect(field(page)).toHaveValue('74.6')
    await sheet(page).getByRole('button', { name: 'Done' }).click()
    await expect(tile(page, 'Weight')).toContainText('74.6 kg')
  })

  test('grows by each press, however late the one before is read back', async ({ page }) => {
    await openToday(page, '?log=steps')
    await expect(field(page)).toBeFocused()
    const letGo = await holdStore(page)
    const more = sheet(page).getByRole('button', { name: 'Steps more by 500' })
    for (const _ of ['once', 'twice', 'thrice']) await more.click()
    await letGo()
    await saved(page, '1 500')
    await field(page).fill('800')
    await more.click()
    await saved(page, '1 300')
  })

  test('can be asked for by address: a shortcut, the n key, or the first that is open', async ({ page }) => {
    await openToday(page, '?log=steps')
    await expect(sheet(page).getByRole('heading', { name: 'Steps' })).toBeVisible()
    await page.keyboard.type('100')
    await saved(page, '100')
    await sheet(page).getByRole('button', { name: 'Done' }).click()
    await expect(page).toHaveURL('/')
    await page.keyboard.press('n')
    await expect(sheet(page).getByRole('heading', { name: 'Weight' })).toBeVisible()
    await page.goBack()
    await expect(sheet(page)).toHaveCount(0)
    await expect(page.locator('[data-ready]')).toBeVisible()
  })
})

test.describe('the day', () => {
  test('is walked by buttons and arrow keys, stands in the address, and stops at today', async ({ page }) => {
    await openToday(page)
    await page.getByRole('button', { name: 'Previous day' }).click()
    await expect(page).toHaveURL('/?day=2026-11-22')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('22 November')
    await page.keyboard.press('ArrowLeft')
    await expect(page).toHaveURL('/?day=2026-11-21')
    await page.reload()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('21 November')
    // The keys are heard once the screen stands.
    await expect(page.locator('[data-ready]')).toBeVisible()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await expect(page).toHaveURL('/')
    await page.keyboard.press('ArrowRight')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('23 November')
    await expect(page.getByRole('button', { name: 'Next day' })).toBeDisabled()
  })

  test('is the one a tile is pressed for, though its values are still being read', async ({ page }) => {
    await openToday(page)
    await logValue(page, 'Steps', '100', '100')
    const letGo = await holdStore(page)
    await page.getByRole('button', { name: 'Previous day' }).click()
    await tile(page, 'Steps').click()
    await expect(page).toHaveURL('/?day=2026-11-22&log=steps')
    await expect(sheet(page)).toHaveCount(0)
    await letGo()
    await expect(sheet(page).getByRole('heading', { name: 'Steps, yesterday' })).toBeVisible()
    await expect(field(page)).toHaveValue('')
    await expect(page).toHaveURL('/?day=2026-11-22')
  })

  test('that has not come cannot be logged', async ({ page }) => {
    await openToday(page, '?day=2026-11-24')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('23 November')
  })

  test('shows in the strip whether anything is logged, in words too', async ({ page }) => {
    await openToday(page, '?day=2026-11-20')
    await expect(page.getByRole('button', { name: 'Friday 20 November, nothing logged' })).toBeVisible()
    await logValue(page, 'Calories', '2100', '2 100 kcal')
    await expect(page.getByRole('button', { name: 'Friday 20 November, logged' })).toBeVisible()
    await page.getByRole('button', { name: 'Saturday 21 November, nothing logged' }).click()
    await expect(tile(page, 'Calories')).toContainText('add')
  })

  test('before a broken streak is offered where logging it would mend the row', async ({ page }) => {
    for (const day of ['2026-11-20', '2026-11-21']) {
      await openToday(page, `?day=${day}`)
      await logValue(page, 'Weight', '74', '74.0 kg')
    }
    await openToday(page)
    await expect(page.getByText('Yesterday has nothing yet')).toBeVisible()
    await page.getByRole('button', { name: 'Add yesterday' }).click()
    await expect(page).toHaveURL('/?day=2026-11-22')
    await logValue(page, 'Weight', '74', '74.0 kg')
    await page.getByRole('button', { name: 'Today', exact: true }).click()
    await expect(page.getByRole('link', { name: '3 days in a row' })).toBeVisible()
    await expect(page.getByText('Yesterday has nothing yet')).toHaveCount(0)
  })
})

test('a mood is logged with one tap, changed with another, and undone', async ({ page }) => {
  await openToday(page, '?log=mood')
  const mood = page.getByRole('region', { name: 'Mood' })
  await expect(mood.getByRole('radio', { name: 'Awful' })).toBeFocused()
  await mood.getByRole('radio', { name: 'Good' }).check()
  await expect(mood.getByText('4 / 5')).toBeVisible()
  await mood.getByRole('radio', { name: 'Great' }).check()
  await expect(mood.getByText('5 / 5')).toBeVisible()
  await expect(page.getByText('1 of 6 logged')).toBeVisible()
  await page.reload()
  await expect(mood.getByRole('radio', { name: 'Great' })).toBeChecked()
})

test('after the last number comes the mood, in sight and with the focus @phone', async ({ page }) => {
  await openToday(page)
  await tile(page, 'Protein').click()
  await sheet(page).getByRole('button', { name: 'Next: Mood' }).click()
  // Once the page has stepped back, and the browser has scrolled to where it was.
  await page.waitForFunction(() => !history.state?.sheetDepth)
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
  const first = page.getByRole('radio', { name: 'Awful' })
  expect(await first.evaluate((radio) => radio === document.activeElement)).toBe(true)
  await expect(first).toBeInViewport({ ratio: 1 })
})

test('what is pressed right after a sheet has closed is not undone by the step back of that sheet', async ({
  page,
}) => {
  await openToday(page)
  await closeAndPress(page, tile(page, 'Weight'))
  await expect(sheet(page).getByRole('heading', { name: 'Weight' })).toBeVisible()
  await page.goBack()
  await expect(sheet(page)).toHaveCount(0)
  await closeAndPress(page, page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'History' }))
  await expect(page).toHaveURL('/history')
  await expect(page.getByRole('heading', { level: 1, name: 'History' })).toBeVisible()
  await page.goBack()
  await expect(page).toHaveURL('/?day=2026-11-23')
  await expect(page.locator('[data-ready]')).toBeVisible()
})

test('the sheet is fetched again where it could not be, and until it is asked for nobody notices', async ({
  page,
  problems,
}) => {
  problems.allow(/ERR_FAILED/)
  const failed = page.waitForEvent('requestfailed', (request) => request.url().includes('/ValueSheet-'))
  await page.route(/\/assets\/ValueSheet-.*\.js/, (route) => route.abort())
  await openToday(page)
  await failed
  await page.getByRole('radio', { name: 'Good' }).check()
  await expect(page.getByText('1 of 6 logged')).toBeVisible()
  await page.unrouteAll()
  await tile(page, 'Weight').click()
  await expect(field(page)).toBeFocused()
})

test.describe('sample data', () => {
  test('is added, marked on Today, and removed in one tap; what the person logged stays', async ({ page }) => {
    await page.goto('/')
    await page.getByRole('button', { name: 'Look around with sample data' }).click()
    await expect(page.getByText('This is sample data')).toBeVisible()
    await expect(page.getByText('days in a row')).toBeVisible()
    await logValue(page, 'Weight', '80.5', '80.5 kg')
    await page.getByRole('button', { name: 'Remove it' }).click()
    await expect(page.getByText('This is sample data')).toHaveCount(0)
    await expect(tile(page, 'Weight')).toContainText('80.5 kg')
    await page.reload()
    await expect(page.getByText('1 day logged')).toBeVisible()
    await expect(page.getByText('This is sample data')).toHaveCount(0)
  })

  test('loses to a typed value, and the sheet says so', async ({ page }) => {
    await page.goto('/')
    await page.getByRole('button', { name: 'Look around with sample data' }).click()
    await expect(page.getByText('This is sample data')).toBeVisible()
    await page.goto('/?day=2026-11-22')
    await expect(tile(page, 'Steps')).toContainText('from sample')
    await tile(page, 'Steps').click()
    await expect(sheet(page).getByText('Imported. Type a value and yours wins.')).toBeVisible()
    await page.keyboard.type('4321')
    await saved(page, '4 321')
    await expect(sheet(page).getByText('Your typed value wins over')).toBeVisible()
    await sheet(page).getByRole('button', { name: 'Done' }).click()
    await expect(tile(page, 'Steps')).not.toContainText('from sample')
  })
})

test('Today and its sheet have no accessibility violation @phone', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await openToday(page)
  await logValue(page, 'Weight', '74.6', '74.6 kg')
  await expectAccessible(page)
  await tile(page, 'Weight').click()
  await expect(field(page)).toBeFocused()
  await expectAccessible(page)
})

/** Opens a sheet, closes it, presses `next` before the browser gets to the step back, and waits until that is carried out. */
async function closeAndPress(page: Page, next: Locator): Promise<void> {
  const pressed = await next.elementHandle()
  await tile(page, 'Steps').click()
  const close = await sheet(page).getByRole('button', { name: 'Close' }).elementHandle()
  await page.evaluate(
    async ([first, second]) => {
      const press = (on: Element | null) =>
        on?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))
      const steppedBack = new Promise((resolve) => addEventListener('popstate', resolve, { once: true }))
      press(first)
      // All that closing does itself is done in microtasks, and no step back is carried out before they are over.
      for (let turn = 0; turn < 100; turn += 1) await undefined
      press(second)
      await steppedBack
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    },
    [close, pressed] as const,
  )
}

async function undo(page: Page, label: string): Promise<void> {
  const toast = page.getByRole('status').filter({ hasText: label })
  // The newest of the change's kind stands last.
  await toast.getByRole('button', { name: 'Undo' }).last().click()
}

const isFocused = (page: Page, name: string) =>
  page.evaluate(
    (text) => document.activeElement?.matches(`button`) && document.activeElement.textContent.includes(text),
    name,
  )
