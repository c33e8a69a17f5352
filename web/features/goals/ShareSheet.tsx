import { Download, Share2 } from 'lucide-react'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import type { Hue } from '../../ui/hue.ts'
import { Sheet } from '../../ui/Sheet.tsx'
import { Switch } from '../../ui/Switch.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { TextField } from '../../ui/TextField.tsx'
import styles from './Rewards.module.css'
import { drawPicture, PICTURE_SIZE, type PictureColors, pictureFile } from './share-picture.ts'
import { type PictureText, pictureText, SHARE_WORDS_LENGTH, type ShareChoice, type SharedBadge } from './share-text.ts'

export interface ShareSheetProps extends SharedBadge {
  readonly hue: Hue
  readonly onClose: () => void
}

const FILE_NAME = 'ownit-badge.png'

/** Makes a picture of a badge, on this device, with what the person wants in it and nothing else. */
export function ShareSheet({ text, on, points, hue, onClose }: ShareSheetProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [choice, setChoice] = useState<ShareChoice>({ withDetail: true, withDate: false, withPoints: false, words: '' })
  const [problem, setProblem] = useState<string>()
  const picture = pictureText({ text, on, points }, choice)
  const hand = async (how: (file: File) => void | Promise<void>) => {
    if (canvas.current === null) return
    try {
      await how(await pictureFile(canvas.current, FILE_NAME))
      setProblem(undefined)
    } catch (error) {
      // The person closed the sheet of the system: that is an answer, and no trouble.
      if (error instanceof DOMException && error.name === 'AbortError') return
      setProblem('The picture could not be handed over. Save it instead.')
    }
  }
  const set = (change: Partial<ShareChoice>) => setChoice({ ...choice, ...change })

  return (
    <Sheet
      open
      onClose={onClose}
      title="Make a picture"
      footer={
        <>
          {canShare() && (
            <Button
              icon={<Share2 aria-hidden="true" />}
              onClick={() => void hand((file) => navigator.share({ files: [file] }))}
            >
              Share
            </Button>
          )}
          <Button
            tone="primary"
            icon={<Download aria-hidden="true" />}
            onClick={() => void hand((file) => saveFile(FILE_NAME, file))}
          >
            Save the picture
          </Button>
        </>
      }
    >
      <div className={styles['share']}>
        {problem !== undefined && <Banner tone="danger">{problem}</Banner>}
        <Picture ref={canvas} text={picture} hue={hue} />
        <p className={styles['soft']}>
          It is made on this device and goes nowhere by itself. It says what you see, and holds nothing else.
        </p>
        <Switch label="What it was for" checked={choice.withDetail} onChecked={(withDetail) => set({ withDetail })} />
        <Switch label="The day" checked={choice.withDate} onChecked={(withDate) => set({ withDate })} />
        <Switch label="My points" checked={choice.withPoints} onChecked={(withPoints) => set({ withPoints })} />
        <TextField
          label="A line of your own"
          placeholder="A name, or nothing"
          maxLength={SHARE_WORDS_LENGTH}
          value={choice.words}
          onValue={(words) => set({ words })}
        />
      </div>
    </Sheet>
  )
}

interface PictureProps {
  readonly ref: RefObject<HTMLCanvasElement | null>
  readonly text: PictureText
  readonly hue: Hue
}

// Apart from the sheet, which draws its content only once it is open: an effect of the sheet's would find no canvas.
function Picture({ ref, text, hue }: PictureProps) {
  useEffect(() => {
    if (ref.current !== null) drawPicture(ref.current, text, colorsOf(ref.current, hue))
  }, [ref, text, hue])
  return (
    <canvas
      ref={ref}
      className={styles['picture']}
      width={PICTURE_SIZE}
      height={PICTURE_SIZE}
      role="img"
      aria-label={`The picture says: ${[text.title, ...text.lines].join(', ')}`}
    />
  )
}

const canShare = () =>
  typeof navigator.canShare === 'function' &&
  navigator.canShare({ files: [new File([], FILE_NAME, { type: 'image/png' })] })

function colorsOf(element: Element, hue: Hue): PictureColors {
  const style = getComputedStyle(element)
  // The tokens are light-dark pairs, which a canvas does not know: a colour property of the page resolves them.
  return {
    paper: style.backgroundColor,
    ink: style.color,
    soft: style.outlineColor,
    hue: resolved(element, hue),
  }
}

function resolved(element: Element, hue: Hue): string {
  const probe = document.createElement('span')
  probe.style.color = `var(${hue})`
  element.append(probe)
  const { color } = getComputedStyle(probe)
  probe.remove()
  return color
}
