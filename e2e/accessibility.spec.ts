import { ROUTES } from '../web/app/routes.ts'
import { expectAccessible } from './support/axe.ts'
import { beginWith } from './support/first-start.ts'
import { expect, test } from './support/test.ts'

for (const theme of ['light', 'dark'] as const) {
  for (const filling of ['sample', 'empty'] as const) {
    test(`axe finds nothing on any route, ${theme}, ${filling} @phone`, async ({ page, baseURL }) => {
      test.setTimeout(240_000)
      // Colors in the middle of a transition are nobody's choice.
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
      await beginWith(page, baseURL ?? '', filling)
      for (const { path } of ROUTES) {
        await test.step(path, async () => {
          await page.goto(path)
          await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
          await page.waitForLoadState('networkidle')
          await expectAccessible(page)
        })
      }
    })
  }
}
