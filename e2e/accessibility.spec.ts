import { ROUTES } from '../web/app/routes.ts'
import { expectAccessible } from './support/axe.ts'
import { beginWith } from './support/first-start.ts'
import { expect, test } from './support/test.ts'

for (const filling of ['sample', 'empty'] as const) {
  test(`axe finds nothing on any route, in either theme, ${filling} @phone`, async ({ page, baseURL }) => {
    test.setTimeout(240_000)
    await page.emulateMedia({ reducedMotion: 'reduce' })
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
