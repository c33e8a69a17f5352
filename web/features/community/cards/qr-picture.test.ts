import { afterEach, describe, expect, it, vi } from 'vitest'
import { canReadQr, qrTextOf } from './qr-picture.ts'

const close = vi.fn()
afterEach(() => {
  vi.unstubAllGlobals()
  close.mockClear()
})

const browserWith = (texts: readonly string[] | undefined) => {
  class Detector {
    detect = async () => (texts ?? []).map((rawValue) => ({ rawValue }))
  }
  vi.stubGlobal('window', texts === undefined ? {} : { BarcodeDetector: Detector })
}

describe('a picture', () => {
  it('gives the text of each QR code in it', async () => {
    browserWith(['#card=a', '#card=b'])
    vi.stubGlobal('createImageBitmap', async () => ({ close }))
    expect(canReadQr()).toBe(true)
    expect(await qrTextOf(new Blob())).toBe('#card=a\n#card=b')
    expect(close).toHaveBeenCalledOnce()
  })

  it('that is none gives nothing, and so does any in a browser that reads no codes', async () => {
    browserWith([])
    vi.stubGlobal('createImageBitmap', async () => {
      throw new DOMException('', 'InvalidStateError')
    })
    expect(await qrTextOf(new Blob())).toBe('')
    browserWith(undefined)
    expect(canReadQr()).toBe(false)
    expect(await qrTextOf(new Blob())).toBe('')
  })
})
