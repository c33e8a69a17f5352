import { describe, expect, it } from 'vitest'
import { qrPath } from './qr-path.ts'

describe('a QR code', () => {
  it('is drawn inside its quiet margin, beginning with the corner that scanners look for', () => {
    const { size, path } = qrPath('https://ownit.example/sync#pair=0123')
    expect(size).toBeGreaterThanOrEqual(21 + 8)
    expect(path.startsWith('M4 4h1v1h-1zM5 4h1v1h-1z')).toBe(true)
    const corners = [...path.matchAll(/M(\d+) (\d+)h/g)].map(([, x, y]) => [Number(x), Number(y)])
    for (const place of corners.flat()) expect(place >= 4 && place < size - 4).toBe(true)
  })
})
