import { execFile } from 'node:child_process'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import * as z from 'zod'
import type { RoutePath } from '../web/app/routes.ts'
import type { Bench } from './bench.ts'
import { median } from './statistics.ts'
import { tenYears } from './ten-years-profile.ts'

const LIGHTHOUSE = resolve(import.meta.dirname, '../node_modules/lighthouse/cli/index.js')
const CATEGORIES = ['performance', 'accessibility', 'best-practices'] as const
const PLACES: readonly RoutePath[] = ['/', '/history', '/settings']
const RUNS = 3

const SCORE = z.object({ score: z.number() })
const REPORT = z.object({
  categories: z.object({ performance: SCORE, accessibility: SCORE, 'best-practices': SCORE }),
})
type Scores = z.infer<typeof REPORT>['categories']

/**
 * The points out of 100 that Lighthouse takes off on a slow phone, at the worst of three screens with ten years of data.
 * Before each run it forgets the stored files and the service worker, and leaves the database: a first visit, with data.
 */
export const lighthouseBench: Bench = async (browser) => {
  const { context } = await tenYears(browser)
  await context.close()
  const visitor = await browser.debuggable('ten-years')
  const byPlace: { path: RoutePath; runs: Scores[] }[] = []
  try {
    for (const path of PLACES) {
      const runs: Scores[] = []
      for (let run = 0; run < RUNS; run += 1) runs.push(await scoresOf(`${browser.url}${path}`, visitor.port))
      byPlace.push({ path, runs })
    }
  } finally {
    await visitor.close()
  }
  return CATEGORIES.map((category) => {
    // The median, because what else the machine does costs a run its points.
    const lost = byPlace.map(({ path, runs }) => ({
      path,
      points: 100 - 100 * median(runs.map((scores) => scores[category].score)),
    }))
    return {
      name: `lighthouse-${category}-lost`,
      value: Math.max(...lost.map(({ points }) => points)),
      detail: lost.map(({ path, points }) => `${path} ${points.toFixed(0)}`).join(', '),
    }
  })
}

async function scoresOf(url: string, port: number): Promise<Scores> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      LIGHTHOUSE,
      url,
      `--port=${port}`,
      '--quiet',
      '--output=json',
      '--no-enable-error-reporting',
      `--only-categories=${CATEGORIES.join(',')}`,
    ],
    { maxBuffer: 64 * 1024 * 1024, timeout: 120_000 },
  )
  return REPORT.parse(JSON.parse(stdout)).categories
}
