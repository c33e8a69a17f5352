import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { precompress } from './precompress.ts'

it('writes brotli and gzip beside text that gains by it, and beside nothing else', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ownit-precompress-'))
  const text = 'export const day = 1\n'.repeat(200)
  await writeFile(join(folder, 'app.js'), text)
  await writeFile(join(folder, 'tiny.js'), 'export {}')
  await writeFile(join(folder, 'icon.png'), text)
  await precompress(folder)
  expect((await readdir(folder)).sort()).toEqual(['app.js', 'app.js.br', 'app.js.gz', 'icon.png', 'tiny.js'])
  expect(brotliDecompressSync(await readFile(join(folder, 'app.js.br'))).toString()).toBe(text)
  expect(gunzipSync(await readFile(join(folder, 'app.js.gz'))).toString()).toBe(text)
  await rm(folder, { recursive: true })
})
