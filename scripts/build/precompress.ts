import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Plugin } from 'vite'

const COMPRESSIBLE = /\.(?:css|html|js|json|svg|txt|webmanifest)$/
/** Below this many bytes a file fits one packet as it is. */
const SMALLEST = 1024

const brotliOf = promisify(brotliCompress)
const gzipOf = promisify(gzip)

/** Writes `.br` and `.gz` beside each text file of a build, at their best levels, so that the server never compresses. */
export async function precompress(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile() && COMPRESSIBLE.test(entry.name))
  await Promise.all(files.map((entry) => compressFile(join(entry.parentPath, entry.name))))
}

async function compressFile(path: string): Promise<void> {
  if ((await stat(path)).size < SMALLEST) return
  const body = await readFile(path)
  const [brotli, gzipped] = await Promise.all([
    brotliOf(body, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: body.byteLength } }),
    gzipOf(body, { level: 9 }),
  ])
  if (brotli.byteLength < body.byteLength) await writeFile(`${path}.br`, brotli)
  if (gzipped.byteLength < body.byteLength) await writeFile(`${path}.gz`, gzipped)
}

/** Runs `precompress` after everything else has written its files, the service worker included. */
export function precompressPlugin(): Plugin {
  let outDir = ''
  return {
    name: 'ownit:precompress',
    apply: 'build',
    enforce: 'post',
    configResolved(config) {
      outDir = resolve(config.root, config.build.outDir)
    },
    closeBundle: { order: 'post', sequential: true, handler: () => precompress(outDir) },
  }
}
