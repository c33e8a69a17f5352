import type { PictureText } from './share-text.ts'

/** A square, large enough for any place that shows pictures. Pixels. */
export const PICTURE_SIZE = 1080

export interface PictureColors {
  readonly paper: string
  readonly ink: string
  readonly soft: string
  readonly hue: string
}

const MIDDLE = PICTURE_SIZE / 2
const MARGIN = 90
const MEDAL = { y: 330, radius: 150 }
const FONT = 'system-ui, sans-serif'

/** Draws a badge. Everything is made here, on the device: no font, no picture and no server has a part in it. */
export function drawPicture(canvas: HTMLCanvasElement, { title, lines }: PictureText, colors: PictureColors): void {
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('This browser draws no pictures')
  canvas.width = PICTURE_SIZE
  canvas.height = PICTURE_SIZE
  context.fillStyle = colors.paper
  context.fillRect(0, 0, PICTURE_SIZE, PICTURE_SIZE)
  drawMedal(context, colors)
  context.textAlign = 'center'
  context.textBaseline = 'alphabetic'
  context.fillStyle = colors.ink
  let y = drawText(context, title, `650 76px ${FONT}`, 620, 88)
  context.fillStyle = colors.soft
  for (const line of lines) y = drawText(context, line, `400 40px ${FONT}`, y + 16, 52)
  context.fillStyle = colors.hue
  drawText(context, 'OwnIt', `650 36px ${FONT}`, PICTURE_SIZE - 64, 40)
}

/** A closed ring with a tick in it. */
function drawMedal(context: CanvasRenderingContext2D, { hue }: PictureColors): void {
  context.strokeStyle = hue
  context.lineCap = 'round'
  context.lineJoin = 'round'
  context.lineWidth = 34
  context.beginPath()
  context.arc(MIDDLE, MEDAL.y, MEDAL.radius, 0, 2 * Math.PI)
  context.stroke()
  context.lineWidth = 30
  context.beginPath()
  context.moveTo(MIDDLE - 62, MEDAL.y + 4)
  context.lineTo(MIDDLE - 16, MEDAL.y + 50)
  context.lineTo(MIDDLE + 66, MEDAL.y - 48)
  context.stroke()
}

/** Draws a text in as many lines as it takes, the first at `y`, and answers where the next one would stand. */
function drawText(context: CanvasRenderingContext2D, text: string, font: string, y: number, height: number): number {
  context.font = font
  let line = ''
  let at = y
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && context.measureText(longer).width > PICTURE_SIZE - 2 * MARGIN) {
      context.fillText(line, MIDDLE, at)
      at += height
      line = word
    } else line = longer
  }
  // What is one word and still too wide is drawn narrower.
  context.fillText(line, MIDDLE, at, PICTURE_SIZE - 2 * MARGIN)
  return at + height
}

/** The drawing as a PNG file. */
export function pictureFile(canvas: HTMLCanvasElement, name: string): Promise<File> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new Error('The picture could not be made'))
      else resolve(new File([blob], name, { type: 'image/png' }))
    }, 'image/png')
  })
}
