import { buildIfStale } from './build/build-if-stale.ts'
import { runBrowserTests } from './test/browser-tests.ts'

// `npm run test:e2e -- FILTER`: the browser tests alone, on a build of the sources as they are.
await buildIfStale()
process.exitCode = await runBrowserTests(process.argv.slice(2))
