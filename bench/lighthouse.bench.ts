import lighthouse from 'lighthouse'
import { importCsv } from './app-driver.ts'
import type { Bench } from './bench.ts'
import { yearsOfCsv } from './ten-years.ts'
import { yesterday } from './ten-years-profile.ts'

const PORT = 9400
const CATEGORIES = ['performance', 'accessibility', 'best-practices'] as const
type Category = (typeof CATEGORIES)[number]

interface Visit {
  readonly name: string
  readonly path: string
}

const VISITS: readonly Visit[] = [
  { name: 'first visit', path: '/welcome' },
  { name: 'first visit to Today with data', path: '/' },
]

/**
 * Points short of Lighthouse's 100, on its slow phone, of the worse of two visits with nothing stored but ten years of data.
 * Only first visits: in one browser's longer series, later ones lost 0 to 16 points by chance.
 */
export const lighthouseBench: Bench = async (browser) => {
  const { context, page } = await browser.profile('lighthouse', [`--remote-debugging-port=${PORT}`])
  await importCsv(page, browser.url, 'ten-years.csv', yearsOfCsv(yesterday()))
  // A second tab of the app would be measured along with the one that is looked at.
  await page.goto('about:blank')
  const reports: Awaited<ReturnType<typeof scoresOf>>[] = []
  for (const visit of VISITS) reports.push(await scoresOf(visit, browser.url))
  await context.close()
  return CATEGORIES.map((category) => {
    const worst = reports.reduce((a, b) => (b.scores[category] < a.scores[category] ? b : a))
    return {
      name: `lighthouse-${category}-lost`,
      value: 100 - worst.scores[category],
      detail: reports.map(({ name, scores }) => `${name} ${100 - scores[category]}`).join(', '),
    }
  })
}

async function scoresOf({ name, path }: Visit, url: string) {
  const result = await lighthouse(`${url}${path}`, {
    port: PORT,
    logLevel: 'error',
    onlyCategories: [...CATEGORIES],
  })
  const score = (category: Category) => {
    const value = result?.lhr.categories[category]?.score
    if (value === null || value === undefined) throw new Error(`Lighthouse gave no ${category} score for ${name}`)
    return Math.round(value * 100)
  }
  const scores: Record<Category, number> = {
    performance: score('performance'),
    accessibility: score('accessibility'),
    'best-practices': score('best-practices'),
  }
  return { name, scores }
}
