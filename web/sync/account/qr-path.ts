import { encode } from 'uqr'

/** A QR code as an SVG path: dark modules are squares of 1 by 1, in a picture of `size` by `size` with its quiet zone. */
export interface QrPath {
  readonly size: number
  readonly path: string
}

/** Modules of light around the code, as the standard asks for (ISO/IEC 18004). */
const QUIET_ZONE = 4

/** The text as a QR code that bears a smear over 15 % of it. */
export function qrPath(text: string): QrPath {
  const { size, data } = encode(text, { ecc: 'M', border: QUIET_ZONE })
  return { size, path: data.map(rowPath).join('') }
}

/** One rectangle for each run of dark modules: a third of the text that one for each module would be. */
function rowPath(row: readonly boolean[], y: number): string {
  let path = ''
  for (let x = 0; x < row.length; x += 1) {
    if (row[x] !== true) continue
    const start = x
    while (row[x + 1] === true) x += 1
    const width = x + 1 - start
    path += `M${start} ${y}h${width}v1h-${width}z`
  }
  return path
}
