import { isBuildStale } from './build/source-hash.ts'
import { buildApp } from './run-tool.ts'

// `npm start`: builds the app when its sources have changed since the last build, then serves it.
if (await isBuildStale()) {
  process.stderr.write('Building the app ...\n')
  if (!(await buildApp())) process.exit(1)
}
await import('../sync-server/main.ts')
