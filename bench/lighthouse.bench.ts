import lighthouse from 'lighthouse'
import { importCsv } from './app-driver.ts'
import type { Bench } from './bench.ts'
import type { BenchBrowser } from './browser.ts'
import { median } from './statistics.ts'
import { yearsOfCsv } from './ten-years.ts'
import { yesterday } from './ten-years-profile.ts'

const PORT = 9400
const CATEGORIES = ['performance', 'accessibility', 'best-practices'] as const
type Category = (typeof CATEGORIES)[number]
type Scores = Readonly<Record<Category, number>>

interface Visit {
  readonly name: string
  readonly path: string
}

const VISITS: readonly Visit[] = [
  { name: 'first visit', path: '/welcome' },
  { name: 'first visit to Today with data', path: '/' },
]

/** As Lighthouse's own page on variability asks: one run in ten is off by ten points, for what else the machine does. */
const RUNS = 3

/**
 * Points short of Lighthouse's 100, on its slow phone, of the worse of two visits with nothing stored but ten years of data:
 * the median of runs that each have a profile of their own. Only first visits: in one browser's longer series, later ones
 * lost 0 to 16 points by chance.
 */
export const lighthouseBench: Bench = async (browser) => {
  const runs: (readonly Scores[])[] = []
  for (let run = 0; run < RUNS; run += 1) runs.push(await visitAll(browser, `lighthouse-${run}`))
  return CATEGORIES.map((category) => {
    const lost = VISITS.map((_, visit) => median(runs.map((scores) => 100 - (scores[visit]?.[category] ?? 0))))
    return {
      name: `lighthouse-${category}-lost`,
      value: Math.max(...lost),
      detail: VISITS.map(({ name }, visit) => `${name} ${lost[visit]}`).join(', '),
    }
  })
}

async function visitAll(browser: BenchBrowser, profile: string): Promise<readonly Scores[]> {
  const { context, page } = await browser.profile(profile, [`--remote-debugging-port=${PORT}`])
  await importCsv(page, browser.url, 'ten-years.csv', yearsOfCsv(yesterday()))
  // A second tab of the app would be measured along with the one that is looked at.
  await page.goto('about:blank')
  const scores: Scores[] = []
  for (const visit of VISITS) scores.push(await scoresOf(visit, browser.url))
  await context.close()
  return scores
}

async function scoresOf({ name, path }: Visit, url: string): Promise<Scores> {
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
  return {
    performance: score('performance'),
    accessibility: score('accessibility'),
    'best-practices': score('best-practices'),
  }
}
