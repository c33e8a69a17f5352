import { writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Plugin } from 'vite'
import { SECURITY_HEADERS, STRICT_TRANSPORT_SECURITY } from '../../sync-server/security/headers.ts'

/** A rule's lines may have this many characters, and what is longer is left out without a word. */
const LONGEST_LINE = 2000

/**
 * What Cloudflare is told of the built app, in the form of its `_headers`: every file has the headers that the server's
 * answers have, and files that are named after their content are kept for good. Throws where a line is too long for it.
 */
export function headerRules(): string {
  const lines = [
    '/*',
    ...[...SECURITY_HEADERS, STRICT_TRANSPORT_SECURITY].map(([name, value]) => `  ${name}: ${value}`),
    '/assets/*',
    // Taken off first: else a second rule's value is put behind the first one's.
    '  ! Cache-Control',
    '  Cache-Control: public, max-age=31536000, immutable',
  ]
  const long = lines.find((line) => line.length > LONGEST_LINE)
  if (long !== undefined) throw new Error(`Cloudflare ignores a line this long: ${long.slice(0, 80)}`)
  return `${lines.join('\n')}\n`
}

/** What is not uploaded: Cloudflare compresses by itself, and notes of the build are nobody's. */
const IGNORED = ['*.br', '*.gz', '.built-from']

/** Writes both beside the built app. */
export function workerAssetsPlugin(): Plugin {
  let outDir = ''
  return {
    name: 'ownit:worker-assets',
    apply: 'build',
    enforce: 'post',
    configResolved(config) {
      outDir = resolve(config.root, config.build.outDir)
    },
    closeBundle: {
      order: 'post',
      sequential: true,
      async handler() {
        await writeFile(join(outDir, '_headers'), headerRules())
        await writeFile(join(outDir, '.assetsignore'), `${IGNORED.join('\n')}\n`)
      },
    },
  }
}
