import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { digestMessage } from './digest.ts'

describe('what is hashed for a digest', () => {
  it('[S7] is the key, the version as 8 bytes big-endian and the hash, for every version a number can hold', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.uint8Array({ minLength: 32, maxLength: 32 }), (version, envelopeHash) => {
        const eight = Buffer.alloc(8)
        eight.writeBigUInt64BE(BigInt(version))
        const key = 'AAECAwQFBgcICQoLDA0ODw'
        expect(Buffer.from(digestMessage(key, version, envelopeHash))).toEqual(
          Buffer.concat([Buffer.from(key), eight, envelopeHash]),
        )
      }),
    )
  })
})
