import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { authSecret } from './auth-secret.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ownit-secret-'))
})
afterAll(() => rm(folder, { recursive: true }))

describe('the secret', () => {
  it('is the configured one, and then none is made', async () => {
    expect(await authSecret('s'.repeat(32), folder)).toEqual({ ok: true, value: 's'.repeat(32) })
    await expect(stat(join(folder, 'auth-secret'))).rejects.toThrow('ENOENT')
  })

  it('is else made once, of 256 bits, and readable by its owner alone', async () => {
    const [first, second] = await Promise.all([authSecret(undefined, folder), authSecret(undefined, folder)])
    expect(first).toMatchObject({ ok: true, value: expect.stringMatching(/^[\w-]{43}$/) })
    expect(second).toEqual(first)
    expect(await authSecret(undefined, folder)).toEqual(first)
    expect((await stat(join(folder, 'auth-secret'))).mode & 0o777).toBe(0o600)
  })

  it('is not taken from a file that is cut off, nor made where it cannot be kept', async () => {
    await writeFile(join(folder, 'auth-secret'), 'short')
    expect(await authSecret(undefined, folder)).toMatchObject({ ok: false })
    expect(await authSecret(undefined, join(folder, 'gone'))).toMatchObject({ ok: false })
  })
})
