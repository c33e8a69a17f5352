import { useEffect, useId, useRef, useState } from 'react'
import { Link } from 'wouter'
import { MOOD } from '../../../shared/metric/catalogue.ts'
import { moodWord, RATINGS, type Rating } from '../../../shared/metric/rating.ts'
import type { MoodEntry } from '../../store/moods.ts'
import { Figure } from '../../ui/Figure.tsx'
import { hueStyle, metricHue } from '../../ui/hue.ts'
import { MoodFace } from '../../ui/MoodFace.tsx'
import { Sparkline } from '../../ui/Sparkline.tsx'
import { type DaySnapshot, fortnightOf, valueOn } from './day-snapshot.ts'
import styles from './MoodTile.module.css'
import { moodFigure } from './mood-words.ts'

interface MoodTileProps {
  readonly snapshot: DaySnapshot
  /** The day's journal entries, by time. */
  readonly entries: readonly MoodEntry[]
  readonly isToday: boolean
  /** Grows each time the faces are to take the focus. */
  readonly focusTurn: number
  /** Answers when the rating is on the disk, or has failed to get there. */
  readonly onRating: (rating: Rating) => Promise<boolean>
}

/** One tap on a face logs a mood. A second tap changes the day's latest; a further one is made in the journal. */
export function MoodTile({ snapshot, entries, isToday, focusTurn, onRating }: MoodTileProps) {
  const name = useId()
  const faces = useRef<HTMLFieldSetElement>(null)
  const value = valueOn(snapshot, MOOD.id, snapshot.day)
  const latest = entries.at(-1)
  const hue = metricHue(MOOD.id)

  // The tapped face shows at once, until the stored entries say it themselves.
  const [tapped, setTapped] = useState<{ readonly rating: Rating; readonly over: readonly MoodEntry[] }>()
  const chosen = tapped?.over === entries ? tapped.rating : latest?.rating
  const tap = async (rating: Rating) => {
    setTapped({ rating, over: entries })
    if (!(await onRating(rating))) setTapped(undefined)
  }

  useEffect(() => {
    if (focusTurn === 0) return
    const radio = faces.current?.querySelector<HTMLInputElement>('input:checked, input')
    radio?.focus({ preventScroll: true })
    const show = () => {
      if (document.activeElement === radio) faces.current?.scrollIntoView({ block: 'center' })
    }
    show()
    // A sheet that closes steps back in the history, and the browser then scrolls to where the page was.
    const again = () => requestAnimationFrame(show)
    addEventListener('popstate', again, { once: true })
    return () => removeEventListener('popstate', again)
  }, [focusTurn])

  return (
    <section className={styles['tile']} style={hueStyle(hue)} aria-labelledby={`${name}-title`}>
      <div className={styles['title']}>
        <h2 id={`${name}-title`}>Mood</h2>
      </div>
      <div className={styles['now']}>
        {value === undefined ? (
          <p className={styles['ask']}>{isToday ? 'How is it today?' : 'How was it?'}</p>
        ) : (
          <Figure value={moodFigure(value.value)} unit={`${Math.round(value.value * 10) / 10} / 5`} />
        )}
        <div className={styles['spark']}>
          <Sparkline values={fortnightOf(snapshot, MOOD.id)} hue={hue} />
        </div>
      </div>
      <fieldset ref={faces} className={styles['faces']} aria-label={`Mood ${isToday ? 'today' : 'on this day'}`}>
        {RATINGS.map((rating) => (
          <label key={rating} className={styles['face']}>
            <input
              type="radio"
              name={name}
              className={styles['radio']}
              checked={chosen === rating}
              onChange={() => void tap(rating)}
            />
            <span className={styles['look']}>
              <MoodFace rating={rating} />
              {moodWord(rating)}
            </span>
          </label>
        ))}
      </fieldset>
      <div className={styles['more']}>
        <span>{noteOf(entries, value?.origin, isToday)}</span>
        <Link href="/mood">{entries.length === 0 ? 'Open the journal' : 'Add more'}</Link>
      </div>
    </section>
  )
}

function noteOf(entries: readonly MoodEntry[], origin: string | undefined, isToday: boolean): string {
  const latest = entries.at(-1)
  if (latest === undefined) return origin === undefined || origin === 'typed' ? '' : `from ${origin}`
  if (entries.length > 1) return `${entries.length} entries, the last at ${latest.time}`
  // A mood logged for a past day has no hour of its own.
  return isToday ? `At ${latest.time}` : ''
}
