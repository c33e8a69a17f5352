import { afterEach, describe, expect, it, vi } from 'vitest'
import { deriveKeys } from './derive-keys.ts'
import { documentNames } from './document-names.ts'
import { vaultKeyOf } from './vault-key.ts'

const namesOf = async (byte: number) => {
  const { indexKey } = await deriveKeys(vaultKeyOf(new Uint8Array(32).fill(byte)))
  return documentNames(indexKey)
}

afterEach(() => vi.restoreAllMocks())

describe('the names of documents', () => {
  it('[E3] are the same however often they are asked for, and signed once', async () => {
    const keyOf = await namesOf(1)
    const sign = vi.spyOn(crypto.subtle, 'sign')
    const first = await keyOf('day', '2026-11-27')
    expect(await keyOf('day', '2026-11-27')).toBe(first)
    expect(sign).toHaveBeenCalledTimes(1)
  })

  it('[E3] differ by collection, by id and by vault, also when one is remembered', async () => {
    const [mine, other] = [await namesOf(1), await namesOf(2)]
    const names = [
      await mine('day', 'a'),
      await mine('mood', 'a'),
      await mine('day', 'b'),
      await mine('da', 'ya'),
      await other('day', 'a'),
    ]
    expect(new Set(names).size).toBe(names.length)
  })
})
