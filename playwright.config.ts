import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig, devices } from '@playwright/test'
import { BROWSER_ARGS } from './e2e/support/browser-args.ts'
import { BROWSER_ZONE } from './e2e/support/today.ts'
import { installedChromium } from './scripts/chromium/installed.ts'

// Workers read this file again and inherit the environment: the first to read it decides.
process.env['E2E_PORT'] ??= String(20_000 + Math.floor(Math.random() * 20_000))
process.env['E2E_DATA_DIR'] ??= mkdtempSync(join(tmpdir(), 'ownit-e2e-'))
process.env['CHROMIUM_PATH'] ??= installedChromium() ?? ''
const port = process.env['E2E_PORT']

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  fullyParallel: true,
  workers: 2,
  retries: 0,
  reporter: [['list']],
  forbidOnly: process.env['CI'] !== undefined,
  use: {
    baseURL: `http://localhost:${port}`,
    // To look at a failure where it happened; where nobody can, only a slower browser.
    trace: process.env['CI'] === undefined ? 'retain-on-failure' : 'off',
    locale: 'en-GB',
    timezoneId: BROWSER_ZONE,
    launchOptions: { executablePath: process.env['CHROMIUM_PATH'], args: [...BROWSER_ARGS] },
  },
  projects: [
    { name: 'desktop', use: { ...devices['Desktop Chrome'] }, grepInvert: /@timed/ },
    // The journeys that differ on a phone carry this tag.
    { name: 'phone', use: { ...devices['Pixel 7'] }, grep: /@phone/ },
    // What promises milliseconds runs when the others are done, and by itself.
    {
      name: 'timed',
      use: { ...devices['Desktop Chrome'] },
      grep: /@timed/,
      workers: 1,
      dependencies: process.env['CI'] === undefined ? [] : ['desktop', 'phone'],
    },
  ],
  webServer: {
    command: `"${process.execPath}" sync-server/main.ts`,
    url: `http://localhost:${port}/api/health`,
    env: { PORT: port, DATA_DIR: process.env['E2E_DATA_DIR'] },
    reuseExistingServer: false,
    timeout: 20_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 2000 },
  },
})
