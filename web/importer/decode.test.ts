import { describe, expect, it } from 'vitest'
import { RowCutter, rowsOf } from './csv-rows.ts'
import { decodeStream, sniffEncoding } from './decode.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)

describe('sniffEncoding', () => {
  it.each([
    ['plain ASCII', utf8('date,steps\n'), 'utf-8'],
    ['UTF-8 letters', utf8('Größe,Schlaf\n'), 'utf-8'],
    ['a UTF-8 letter cut at the end', utf8('Schlaf ö').subarray(0, -1), 'utf-8'],
    ['a UTF-8 mark', Uint8Array.of(0xef, 0xbb, 0xbf, 0x61), 'utf-8'],
    ['a UTF-16 mark', Uint8Array.of(0xff, 0xfe, 0x61, 0), 'utf-16le'],
    ['a big-endian UTF-16 mark', Uint8Array.of(0xfe, 0xff, 0, 0x61), 'utf-16be'],
    ['UTF-16 without a mark', Uint8Array.of(0x61, 0, 0x2c, 0, 0x62, 0, 0x0a, 0), 'utf-16le'],
    ['Windows-1252', Uint8Array.of(0x47, 0x72, 0xf6, 0xdf, 0x65, 0x2c, 0x31), 'windows-1252'],
  ])('%s', (_, bytes, encoding) => {
    expect(sniffEncoding(bytes)).toMatchObject({ kind: 'text', encoding })
  })

  it.each([
    ['a ZIP', Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 0x14)],
    ['a PNG', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d)],
    ['zero bytes', Uint8Array.of(1, 2, 0, 0, 0, 7, 9, 0, 0)],
    ['control characters', Uint8Array.from({ length: 100 }, (_, index) => (index % 5 === 0 ? 3 : 65))],
  ])('%s is binary', (_, bytes) => {
    expect(sniffEncoding(bytes).kind).toBe('binary')
  })
})

describe('decodeStream', () => {
  it('joins a letter that two pieces share', async () => {
    const bytes = utf8('\uFEFFGröße')
    const pieces = async function* () {
      for (const byte of bytes) yield await Promise.resolve(Uint8Array.of(byte))
    }
    let text = ''
    for await (const piece of decodeStream(pieces(), 'utf-8')) text += piece
    expect(text).toBe('Größe')
  })
})

describe('RowCutter', () => {
  const COMMAS = { delimiter: ',', quote: '"' } as const
  const TEXT = 'date,note\r\n2026-01-01,"a, ""b""\nc"\r2026-01-02,d\n\n2026-01-03,e'

  it('cuts the same rows wherever the pieces end, and numbers them as a spreadsheet does', () => {
    const whole = rowsOf(TEXT, COMMAS)
    expect(whole.map(({ row, cells }) => [row, ...cells])).toEqual([
      [1, 'date', 'note'],
      [2, '2026-01-01', 'a, "b"\nc'],
      [3, '2026-01-02', 'd'],
      [4, ''],
      [5, '2026-01-03', 'e'],
    ])
    for (let size = 1; size < TEXT.length; size++) {
      const cutter = new RowCutter(COMMAS)
      const rows = []
      for (let at = 0; at < TEXT.length; at += size) rows.push(...cutter.push(TEXT.slice(at, at + size)))
      expect([...rows, ...cutter.end()]).toEqual(whole)
    }
  })

  it('loses one line, not the file, to a quotation mark that never closes', () => {
    const rows = rowsOf('a,b\n1,"open\n2,x\n3,y\n', COMMAS)
    expect(rows.map(({ row, brokenQuote }) => [row, brokenQuote ?? false])).toEqual([
      [1, false],
      [2, true],
      [3, false],
      [4, false],
    ])
    expect(rows.at(-1)?.cells).toEqual(['3', 'y'])
  })
})
