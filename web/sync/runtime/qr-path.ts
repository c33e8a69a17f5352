import { encode } from 'uqr'

export interface QrPath {
  /** Modules on a side, with the quiet margin: the view box is `0 0 size size`. */
  readonly size: number
  /** An SVG path of the dark modules, one unit each. */
  readonly path: string
}

/** A QR code of `text`, drawn by hand, because the library's own markup comes as a string, which the page's policy refuses. */
export function qrPath(text: string): QrPath {
  const { data, size } = encode(text, { ecc: 'M', border: 4 })
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('')
  return { size, path }
}
