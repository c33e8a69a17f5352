import { ensureChromium } from './chromium/install.ts'

// `node scripts/chromium.ts` prints the path of a Chromium, after installing one where there is none.
try {
  console.log(ensureChromium((text) => console.error(text)))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
