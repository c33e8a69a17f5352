import { describe, expect, it } from 'vitest'
import { chooseEncoding, type Encoding } from './accept-encoding.ts'

const BOTH = new Set<Encoding>(['br', 'gzip'])

describe('the encoding of an answer', () => {
  it.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['BR', 'br'],
    ['*', 'br'],
    ['*, br;q=0', 'gzip'],
    ['identity', undefined],
    ['gzip;q=nonsense', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('for %j is %s', (header, expected) => {
    expect(chooseEncoding(header, BOTH)).toBe(expected)
  })

  it('is never one that was not made', () => {
    expect(chooseEncoding('br, gzip', new Set<Encoding>(['gzip']))).toBe('gzip')
    expect(chooseEncoding('br, gzip', new Set())).toBeUndefined()
  })
})
