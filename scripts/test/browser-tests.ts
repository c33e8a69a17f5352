import { ensureChromium } from '../chromium/install.ts'
import { runScript, toolPath } from '../run-tool.ts'

/** Runs Playwright's tests on the built app, with a Chromium found or installed; its exit code, 1 when there is no Chromium. */
export async function runBrowserTests(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<number> {
  let chromium: string
  try {
    chromium = ensureChromium((text) => process.stderr.write(`${text}\n`))
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    return 1
  }
  return runScript(toolPath('@playwright/test', 'playwright'), ['test', ...args], { ...env, CHROMIUM_PATH: chromium })
}
