import type { CivilDate } from '../../../shared/calendar/civil-date.ts'
import { dayText } from '../../ui/date-text.ts'
import { pointsText } from './badge-text.ts'

/** What the person chose to have in the picture. */
export interface ShareChoice {
  readonly withDetail: boolean
  readonly withDate: boolean
  readonly withPoints: boolean
  /** A line of their own; empty: none. */
  readonly words: string
}

export interface SharedBadge {
  readonly text: { readonly title: string; readonly detail: string }
  readonly on: CivilDate
  readonly points: number
}

/** All that will stand in the picture, line by line. */
export interface PictureText {
  readonly title: string
  readonly lines: readonly string[]
}

export const SHARE_WORDS_LENGTH = 60

/** The title, and of everything else only what was chosen. */
export function pictureText({ text, on, points }: SharedBadge, choice: ShareChoice): PictureText {
  const words = choice.words.trim().slice(0, SHARE_WORDS_LENGTH)
  return {
    title: text.title,
    lines: [
      ...(choice.withDetail ? [text.detail] : []),
      ...(choice.withDate ? [dayText(on)] : []),
      ...(choice.withPoints ? [pointsText(points)] : []),
      ...(words === '' ? [] : [words]),
    ],
  }
}
