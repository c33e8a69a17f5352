import { describe, expect, it } from 'vitest'
import { deviceName } from './device-name.ts'

const CHROME =
  'Mozilla/5.0 (Linux; Android 16; SM-S928B Build/AP4A) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.7103.60 Mobile Safari/537.36'
const SAFARI =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 20_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/20.1 Mobile/15E148 Safari/604.1'
const EDGE =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36 Edg/150.0.0.0'

describe("a device's name", () => {
  it('is the one it gives itself, in any script, without control characters, and bounded', () => {
    expect(deviceName(encodeURIComponent('Küche 📱'), CHROME)).toBe('Küche 📱')
    expect(deviceName(encodeURIComponent('a\u0000\u202eb\n'), CHROME)).toBe('ab')
    expect([...deviceName(encodeURIComponent('📱'.repeat(500)), null)]).toHaveLength(60)
  })

  it('is else the family of its browser and its system, and nothing finer', () => {
    expect(deviceName(null, CHROME)).toBe('Chrome on Android')
    expect(deviceName('', SAFARI)).toBe('Safari on iPhone')
    expect(deviceName('%E0%A4%A', EDGE)).toBe('Edge on Windows')
    expect(deviceName(null, 'node')).toBe('Device')
    expect(deviceName(null, null)).toBe('Device')
  })
})
