import { addDays, type CivilDate } from '../../shared/calendar/civil-date.ts'
import type { Fields } from '../../shared/document/document.ts'
import { TEN_YEARS } from '../ten-years.ts'

/** A document as a person writes it: what goes into it, before it is stamped. */
export interface WrittenDocument {
  readonly collection: string
  readonly id: string
  readonly fields: Fields
}

const FIRST_DAY = '2016-11-29' as CivilDate

/** Ten years of five metrics a day and one mood with a reflection of some 80 characters: 7 300 documents, always the same. */
export function tenYearsOfDocuments(): WrittenDocument[] {
  return Array.from({ length: TEN_YEARS }, (_, index) => addDays(FIRST_DAY, index)).flatMap((date, index) => [
    dayOf(date, index),
    moodOf(date, index),
  ])
}

export const dayOf = (date: CivilDate, index: number): WrittenDocument => ({
  collection: 'day',
  id: date,
  fields: {
    date,
    weight: 75 + (index % 50) / 10,
    steps: 6000 + ((index * 7919) % 5000),
    sleep: 6 + (index % 25) / 10,
    calories: 1800 + ((index * 104_729) % 900),
    protein: 60 + (index % 80),
  },
})

const WORDS = 'slept well, walked along the river, work was long but calm, read in the evening with tea and music '

function moodOf(date: CivilDate, index: number): WrittenDocument {
  const start = index % WORDS.length
  return {
    collection: 'mood',
    id: idOf(index),
    fields: {
      date,
      time: '21:30',
      rating: 1 + (index % 5),
      energy: 1 + ((index * 3) % 5),
      stress: 1 + ((index * 7) % 5),
      emoji: '🙂',
      tags: ['work', 'rest'],
      reflection: (WORDS.slice(start) + WORDS).slice(0, 80),
    },
  }
}

/** Shaped as the app's ids are. */
const idOf = (index: number) => `01930000-0000-7000-8000-${index.toString(16).padStart(12, '0')}`
