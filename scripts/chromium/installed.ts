import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from '@playwright/test'

const NAMES = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'chrome', 'msedge']

const PLACES: Partial<Record<NodeJS.Platform, (env: NodeJS.ProcessEnv) => string[]>> = {
  darwin: () => [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: (env) =>
    ['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData'].flatMap((name) => {
      const base = env[name]
      if (base === undefined) return []
      return [
        join(base, 'Google/Chrome/Application/chrome.exe'),
        join(base, 'Chromium/Application/chrome.exe'),
        join(base, 'Microsoft/Edge/Application/msedge.exe'),
      ]
    }),
}

/** The path of a Chromium that is on this machine, or undefined. Looks at CHROMIUM_PATH, then PATH, the usual places, Playwright's own. */
export function installedChromium(env: NodeJS.ProcessEnv = process.env): string | undefined {
  return candidates(env).find(isExecutable)
}

export function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    // Absent, or not ours to run: not a candidate either way.
    return false
  }
}

function candidates(env: NodeJS.ProcessEnv): string[] {
  const named = env['CHROMIUM_PATH']
  // Named by the person: another browser in its place would hide that it does not work.
  if (named !== undefined && named !== '') return [named]
  const ending = process.platform === 'win32' ? '.exe' : ''
  const folders = (env['PATH'] ?? env['Path'] ?? '').split(delimiter).filter((folder) => folder !== '')
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name + ending)))
  return [...onPath, ...(PLACES[process.platform]?.(env) ?? []), chromium.executablePath()]
}
