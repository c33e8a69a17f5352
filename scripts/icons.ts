import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { BROWSER_ARGS } from '../e2e/support/browser-args.ts'
import { ensureChromium } from './chromium/install.ts'

// `node scripts/icons.ts` draws the PNG icons anew from icon.svg, after a change of it. They are committed.

const FOLDER = join(import.meta.dirname, '../web/public/icons')
const SIZES = [192, 512]

/** What each purpose makes of the drawing: `ground` is its background, `mark` what stands on it. */
const VARIANTS: Readonly<Record<string, string>> = {
  icon: '',
  // Systems cut any shape out of it: ground to the edges, the mark inside the middle 80 %.
  maskable: '#ground { rx: 0 } #mark { transform: scale(0.96); transform-origin: center }',
  // Only its transparency is used.
  monochrome: '#ground { display: none } #mark { stroke: #000 }',
}

const svg = await readFile(join(FOLDER, 'icon.svg'), 'utf8')
const browser = await chromium.launch({ executablePath: ensureChromium(console.error), args: [...BROWSER_ARGS] })
const page = await browser.newPage()
for (const [name, css] of Object.entries(VARIANTS)) {
  for (const size of SIZES) {
    await page.setViewportSize({ width: size, height: size })
    await page.setContent(`<style>body { margin: 0 } svg { display: block; width: 100vw } ${css}</style>${svg}`)
    await writeFile(join(FOLDER, `${name}-${size}.png`), await page.screenshot({ omitBackground: true }))
  }
}
await browser.close()
