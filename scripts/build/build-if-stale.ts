import { buildApp } from '../run-tool.ts'
import { isBuildStale } from './source-hash.ts'

/** Builds the app into web/dist when that is missing or of other sources. Ends the process when the build fails: it has said why. */
export async function buildIfStale(): Promise<void> {
  if (!(await isBuildStale())) return
  process.stderr.write('Building the app ...\n')
  if (!(await buildApp())) process.exit(1)
}
