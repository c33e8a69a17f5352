import type { Page } from '@playwright/test'
import { type LettaDouble, startLettaDouble } from '../../sync-server/coach/double/letta-double.ts'
import { AppServer } from './app-server.ts'
import { test as base } from './devices.ts'
import { expect } from './test.ts'

interface Agents {
  /** The service of an agent, on this machine. `server` asks it for who agrees. */
  readonly letta: LettaDouble
}

/** What people read of the agent. */
export const AGENT = 'Letty'

export const test = base.extend<Agents>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a pattern, and this needs no other fixture.
  letta: async ({}, use) => {
    const letta = await startLettaDouble()
    await use(letta)
    await letta.close()
  },

  server: async ({ browser, letta }, use, testInfo) => {
    const server = new AppServer(testInfo.outputPath('data'), {
      COACH: 'letta',
      COACH_NAME: AGENT,
      LETTA_BASE_URL: letta.url,
      LETTA_API_KEY: letta.apiKey,
      LETTA_MODEL: letta.server.models[0] ?? '',
    })
    await server.start()
    await use(server)
    for (const context of browser.contexts()) for (const page of context.pages()) await page.close()
    await server.stop()
  },
})

export const said = (page: Page) => page.getByRole('group', { name: 'Conversation' }).getByRole('article')

export async function askCoach(page: Page, question: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Your question' }).fill(question)
  await page.keyboard.press('Enter')
  await expect(said(page).filter({ hasText: question }).last()).toBeVisible()
}

/** Opens what the agent would be sent, and agrees. Answers the summary as it was shown. */
export async function agree(page: Page, { withSummary }: { readonly withSummary: boolean }): Promise<string> {
  await page.getByRole('button', { name: `Ask ${AGENT} too` }).click()
  const dialog = page.getByRole('dialog')
  const summary = (await dialog.getByTestId('coach-context').textContent()) ?? ''
  if (withSummary) await dialog.getByRole('switch', { name: 'Send a summary of my data along' }).click()
  await dialog.getByRole('button', { name: 'Agree' }).click()
  await expect(dialog).toHaveCount(0)
  return summary
}
