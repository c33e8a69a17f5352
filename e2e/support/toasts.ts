import type { Page } from '@playwright/test'

/** Puts away what is shown for ten seconds over the page, where a test looks at what lies under it. */
export async function dismissToasts(page: Page): Promise<void> {
  const dismiss = page.getByRole('status').getByRole('button', { name: 'Dismiss' })
  for (let toasts = await dismiss.count(); toasts > 0; toasts = await dismiss.count()) await dismiss.first().click()
}
