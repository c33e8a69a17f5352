import type { Page } from '@playwright/test'

/** Puts away what is shown for ten seconds over the page, where a test looks at what lies under it. */
export async function dismissToasts(page: Page): Promise<void> {
  const dismiss = page.getByRole('status').getByRole('button', { name: 'Dismiss' })
  // Found and pressed at once, because a toast may also go by itself in between.
  const press = (buttons: HTMLElement[]) => {
    for (const button of buttons) button.click()
    return buttons.length
  }
  let pressed: number
  do pressed = await dismiss.evaluateAll(press)
  while (pressed > 0)
}
