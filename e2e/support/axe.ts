import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** The rules that a theme can break. A page is the same in both but for its colors. */
const OF_COLOR = ['color-contrast', 'link-in-text-block']

/**
 * Fails with the rule, the element and the help text of each accessibility violation that axe finds on the page: by all rules in
 * the light theme, by those about color in the dark one. The test goes on, to show those of other pages too. Leaves the light
 * theme and reduced motion, which a test had better ask for from its start: colors in the middle of a transition are nobody’s choice.
 */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(layOut)
  const found = [
    ...(await violationsIn(page, 'dark', (axe) => axe.withRules(OF_COLOR))),
    ...(await violationsIn(page, 'light', (axe) => axe.withTags(STANDARDS))),
  ]
  await page.evaluate(putBack)
  expect.soft(found, new URL(page.url()).pathname).toEqual([])
}

async function violationsIn(
  page: Page,
  theme: 'light' | 'dark',
  choose: (axe: AxeBuilder) => AxeBuilder,
): Promise<string[]> {
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
  // There are no frames, and without them axe needs no second page to put the results of all together.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })
  const { violations } = await choose(axe).analyze()
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${theme}: ${id}: ${help}\n  ${target.join(' ')}\n  ${failureSummary ?? ''}`,
    ),
  )
}

/**
 * Lays the page out as somebody finds it who scrolls over all of it. The bar of a phone and notices, also those that come later,
 * lie over whatever is there, and what is out of sight may be laid out by a guess of its height: axe takes both for covered.
 */
function layOut(): void {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(`
    * { content-visibility: visible !important }
    [role="status"] { position: static !important }
    @media (max-width: 899px) { nav[aria-label="Main"] { position: static !important } }
  `)
  document.adoptedStyleSheets.push(sheet)
}

function putBack(): void {
  document.adoptedStyleSheets.pop()
}
