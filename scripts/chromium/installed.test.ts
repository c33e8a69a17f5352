import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { installedChromium } from './installed.ts'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ownit-chromium-'))
  for (const name of ['chromium', 'mine']) {
    await writeFile(join(folder, name), '')
    await chmod(join(folder, name), 0o755)
  }
})
afterAll(() => rm(folder, { recursive: true }))

// Names of programs differ on Windows.
describe.skipIf(process.platform === 'win32')('the Chromium of this machine', () => {
  it('is the one CHROMIUM_PATH names', () => {
    expect(installedChromium({ CHROMIUM_PATH: join(folder, 'mine'), PATH: folder })).toBe(join(folder, 'mine'))
  })

  it('is none when CHROMIUM_PATH names what cannot be run, even with another one there', () => {
    expect(installedChromium({ CHROMIUM_PATH: join(folder, 'absent'), PATH: folder })).toBeUndefined()
  })

  it('is the one in PATH otherwise', () => {
    expect(installedChromium({ CHROMIUM_PATH: '', PATH: `/nowhere:${folder}` })).toBe(join(folder, 'chromium'))
  })
})
