import { encode } from 'uqr'
import { describe, expect, it } from 'vitest'
import { qrPath } from './qr-path.ts'

const LINK = 'https://health.example/sync#pair=0024-H36H-2NCS-VRH6-DAQF-6DVV-QZW&email=ada%40example.org'

describe('a QR code', () => {
  it('has a dark square wherever the code is dark, and nowhere else', () => {
    const { size, path } = qrPath(LINK)
    const dark = new Set<string>()
    for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g))
      for (let step = 0; step < Number(width); step += 1) dark.add(`${Number(x) + step} ${y}`)
    const { data } = encode(LINK, { ecc: 'M', border: 4 })
    expect(size).toBe(data.length)
    expect(dark.size).toBe(data.flat().filter(Boolean).length)
    expect(data.every((row, y) => row.every((isDark, x) => isDark === dark.has(`${x} ${y}`)))).toBe(true)
  })

  it('leaves four modules of light around it', () => {
    const { size, path } = qrPath(LINK)
    const columns = [...path.matchAll(/M(\d+) /g)].map(([, x]) => Number(x))
    const rows = [...path.matchAll(/M\d+ (\d+)h/g)].map(([, y]) => Number(y))
    expect([Math.min(...columns), Math.min(...rows), Math.max(...rows)]).toEqual([4, 4, size - 5])
  })
})
