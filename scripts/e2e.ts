import { isBuildStale } from './build/source-hash.ts'
import { buildApp } from './run-tool.ts'
import { runBrowserTests } from './test/browser-tests.ts'

// `npm run test:e2e -- FILTER`: the browser tests alone, on a build of the sources as they are.
const built = !(await isBuildStale()) || (await buildApp())
process.exitCode = built ? await runBrowserTests(process.argv.slice(2)) : 1
