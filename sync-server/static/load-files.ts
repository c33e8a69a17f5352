import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import type { Encoding } from '../accept-encoding.ts'
import { contentType } from './content-type.ts'

type Bytes = Uint8Array<ArrayBuffer>

export interface StaticFile {
  readonly contentType: string
  readonly body: Bytes
  /** The same content as the build compressed it. */
  readonly encoded: ReadonlyMap<Encoding, Bytes>
  /** Changes with the content; without quotes. */
  readonly hash: string
}

const ENDINGS: readonly (readonly [ending: string, encoding: Encoding])[] = [
  ['.br', 'br'],
  ['.gz', 'gzip'],
]

/**
 * Reads the built app into memory, by URL path (`/assets/a.js`). It is a few megabytes, so: a request cannot name a file
 * outside it, and a build that replaces the folder never shows half of itself.
 * Files whose name begins with a dot are left out, and `_headers`, which is for others who serve the app. Throws when the
 * folder cannot be read.
 */
export async function loadFiles(folder: string): Promise<ReadonlyMap<string, StaticFile>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const contents = new Map<string, Bytes>()
  for (const entry of entries) {
    if (!entry.isFile() || entry.name.startsWith('.') || entry.name === '_headers') continue
    const file = join(entry.parentPath, entry.name)
    contents.set(`/${relative(folder, file).split(sep).join('/')}`, new Uint8Array(await readFile(file)))
  }
  const files = new Map<string, StaticFile>()
  for (const [path, body] of contents) {
    if (ENDINGS.some(([ending]) => path.endsWith(ending) && contents.has(path.slice(0, -ending.length)))) continue
    const encoded = new Map<Encoding, Bytes>()
    for (const [ending, encoding] of ENDINGS) {
      const bytes = contents.get(path + ending)
      if (bytes !== undefined) encoded.set(encoding, bytes)
    }
    const hash = createHash('sha256').update(body).digest('base64url').slice(0, 22)
    files.set(path, { contentType: contentType(path), body, encoded, hash })
  }
  return files
}
