import { Copy, Share2 } from 'lucide-react'
import { useState } from 'react'
import { Banner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { showToast } from '../../../ui/toast.ts'
import styles from './cards.module.css'
import { QrCode } from './QrCode.tsx'

export interface HandOverProps {
  /** What lies behind its `#` goes to no server. */
  readonly link: string
  readonly title: string
  /** What the picture is, for who does not see it. */
  readonly qrLabel: string
}

/** Gives a link to another person: by the system's sharing, by copying, or by a picture for their camera. */
export function HandOver({ link, title, qrLabel }: HandOverProps) {
  const [problem, setProblem] = useState<string>()
  const hand = async (how: () => Promise<void>) => {
    try {
      await how()
      setProblem(undefined)
    } catch (error) {
      // The person closed the sheet of the system: that is an answer, and no trouble.
      if (error instanceof DOMException && error.name === 'AbortError') return
      setProblem('That did not work here. Select the link below and copy it.')
    }
  }
  const copy = async () => {
    await navigator.clipboard.writeText(link)
    showToast({ text: 'Link copied' })
  }
  return (
    <div className={styles['form']}>
      {problem !== undefined && <Banner tone="danger">{problem}</Banner>}
      <div className={styles['handOver']}>
        <QrCode text={link} label={qrLabel} />
        <div className={styles['form']}>
          <p className={styles['soft']}>Another phone’s camera opens this. Or send the link.</p>
          <div className={styles['actions']}>
            {typeof navigator.share === 'function' && (
              <Button
                icon={<Share2 aria-hidden="true" />}
                onClick={() => void hand(() => navigator.share({ title, url: link }))}
              >
                Share
              </Button>
            )}
            <Button icon={<Copy aria-hidden="true" />} onClick={() => void hand(copy)}>
              Copy the link
            </Button>
          </div>
        </div>
      </div>
      <TextField
        label="Link"
        readOnly
        value={link}
        onValue={() => undefined}
        onFocus={(event) => event.target.select()}
      />
    </div>
  )
}
