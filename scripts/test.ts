import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { ensureRedis } from './redis/find-redis.ts'
import { buildApp, ROOT, runScript, toolPath } from './run-tool.ts'
import { runBrowserTests } from './test/browser-tests.ts'
import { closingLine, sum, type Tally, tallyOfPlaywright, tallyOfStep, tallyOfVitest } from './test/tally.ts'

// `npm test`: every check there is. A step that fails keeps none of the later ones from running.

const REPORTS = join(ROOT, 'node_modules/.cache/ownit/reports')
const VITEST_REPORT = join(REPORTS, 'vitest.json')
const PLAYWRIGHT_REPORT = join(REPORTS, 'playwright.json')

const STEPS: readonly (readonly [name: string, run: () => Promise<Tally>])[] = [
  ['Types', async () => tallyOfStep(await runScript(toolPath('typescript', 'tsc'), ['-b']))],
  [
    'Lint',
    async () => tallyOfStep(await runScript(toolPath('@biomejs/biome', 'biome'), ['check', '--error-on-warnings'])),
  ],
  ['Imports', async () => tallyOfStep(await runScript(join(ROOT, 'scripts/check-imports.ts'), []))],
  ['Unit and server tests', runVitest],
  ['Build', async () => tallyOfStep((await buildApp()) ? 0 : 1)],
  ['Browser tests', runPlaywright],
]

// A report of an earlier run would be counted for a step that died before writing its own.
await rm(REPORTS, { recursive: true, force: true })
await mkdir(REPORTS, { recursive: true })
const tallies: Tally[] = []
const summary: string[] = []
for (const [name, run] of STEPS) {
  console.log(`\n== ${name}`)
  const start = performance.now()
  const tally = await run()
  tallies.push(tally)
  summary.push(`${name}: ${closingLine(tally)} in ${((performance.now() - start) / 1000).toFixed(1)} s`)
}
const total = sum(tallies)
console.log(`\n${summary.join('\n')}\n\n${closingLine(total)}`)
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0

async function runVitest(): Promise<Tally> {
  ensureRedis((text) => console.log(text))
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${VITEST_REPORT}`]
  const code = await runScript(toolPath('vitest', 'vitest'), ['run', ...reporters])
  return tallyOfVitest(await readReport(VITEST_REPORT), code)
}

async function runPlaywright(): Promise<Tally> {
  const code = await runBrowserTests(['--reporter=list,json'], { PLAYWRIGHT_JSON_OUTPUT_NAME: PLAYWRIGHT_REPORT })
  return tallyOfPlaywright(await readReport(PLAYWRIGHT_REPORT), code)
}

/** The report, or undefined where the tool ended before it wrote one. */
async function readReport(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'))
  } catch (error) {
    console.error(`No report at ${path}: ${String(error)}`)
    return undefined
  }
}
