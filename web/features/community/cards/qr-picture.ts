// Chromium's on Android, ChromeOS and macOS, Safari's behind a switch: not in TypeScript's DOM types.
interface QrDetector {
  detect(picture: ImageBitmap): Promise<readonly { readonly rawValue: string }[]>
}

declare global {
  interface Window {
    readonly BarcodeDetector?: new (options: { readonly formats: readonly string[] }) => QrDetector
  }
}

/** Whether this browser reads QR codes. Elsewhere the phone's own camera opens the link that a code holds. */
export const canReadQr = (): boolean => typeof window.BarcodeDetector === 'function'

/** The texts of the QR codes in a picture, one a line; empty where there is none, or what is there is no picture. */
export async function qrTextOf(picture: Blob): Promise<string> {
  if (window.BarcodeDetector === undefined) return ''
  let bitmap: ImageBitmap
  try {
    bitmap = await createImageBitmap(picture)
  } catch (error) {
    if (error instanceof DOMException) return ''
    throw error
  }
  try {
    const codes = await new window.BarcodeDetector({ formats: ['qr_code'] }).detect(bitmap)
    return codes.map(({ rawValue }) => rawValue).join('\n')
  } finally {
    bitmap.close()
  }
}
