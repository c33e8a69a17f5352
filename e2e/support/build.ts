import { execFile } from 'node:child_process'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'

const ROOT = resolve(import.meta.dirname, '../..')

/** Builds the app into `outDir` with every file name carrying `mark`, so that it shares no script with another build. */
export async function buildMarked(outDir: string, mark: string): Promise<void> {
  const vite = join(ROOT, 'node_modules/vite/bin/vite.js')
  await promisify(execFile)(process.execPath, [vite, 'build', '--outDir', outDir, '--logLevel', 'error'], {
    cwd: ROOT,
    env: { ...process.env, OWNIT_BUILD_MARK: mark },
  })
}
