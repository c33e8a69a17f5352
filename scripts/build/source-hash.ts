import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import type { Plugin } from 'vite'

const ROOT = resolve(import.meta.dirname, '../..')
const DIST = join(ROOT, 'web/dist')
/** In the build it speaks of, so that it goes with it. The server offers no file whose name begins with a dot. */
const BUILT_FROM = join(DIST, '.built-from')
/** All that a build is made of. */
const SOURCES = [
  'web',
  'shared',
  'scripts/build',
  'sync-server/security/headers.ts',
  'vite.config.ts',
  'package-lock.json',
]

/** True when web/dist is missing or was built from other sources than these. */
export async function isBuildStale(): Promise<boolean> {
  if (!existsSync(join(DIST, 'index.html')) || !existsSync(BUILT_FROM)) return true
  return (await readFile(BUILT_FROM, 'utf8')) !== (await sourceHash())
}

/** Notes what web/dist is built from, once all of it is written. Sources saved during a build count as not in it. */
export function noteSourcesPlugin(): Plugin {
  let outDir = ''
  let hash: Promise<string> | undefined
  return {
    name: 'ownit:note-sources',
    apply: 'build',
    enforce: 'post',
    configResolved(config) {
      outDir = resolve(config.root, config.build.outDir)
    },
    buildStart() {
      hash ??= sourceHash()
    },
    closeBundle: {
      order: 'post',
      sequential: true,
      async handler() {
        if (outDir !== DIST || hash === undefined) return
        await writeFile(BUILT_FROM, await hash)
      },
    },
  }
}

async function sourceHash(): Promise<string> {
  const hash = createHash('sha256')
  for (const source of SOURCES) {
    for (const file of await filesUnder(join(ROOT, source)))
      hash.update(`${relative(ROOT, file)}\0`).update(await readFile(file))
  }
  return hash.digest('hex')
}

async function filesUnder(path: string): Promise<string[]> {
  if (/\.[a-z]+$/.test(path)) return [path]
  const entries = await readdir(path, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !file.startsWith(DIST) && !/\.test\.tsx?$/.test(file))
    .sort()
}
