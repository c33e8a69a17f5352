import { addDays, type CivilDate, toEpochDay, weekdayOf } from '../../shared/calendar/civil-date.ts'
import type { Fields } from '../../shared/document/document.ts'
import { CALORIES, PROTEIN, SLEEP, STEPS, WEIGHT } from '../../shared/metric/catalogue.ts'
import { dayField } from '../../shared/metric/day-value.ts'
import { isWithinBounds, type Metric } from '../../shared/metric/metric.ts'
import { normalOf, seededRandom } from '../../shared/random/seeded-random.ts'
import type { MoodEntry } from './moods.ts'
import { SAMPLE_SOURCE } from './sample-mark.ts'

/** How many days of sample data there are, the last of them yesterday. */
export const SAMPLE_DAYS = 400

export interface SampleDay {
  readonly date: CivilDate
  /** Values by field name, all from the source `sample`. May be empty: a gap. */
  readonly fields: Fields
  readonly mood: MoodEntry | undefined
}

const TAGS = ['work', 'family', 'outdoors', 'exercise', 'tired', 'friends', 'reading', 'travel']
const EMOJI = ['😞', '🙁', '😐', '🙂', '😄']
const WORDS = [
  '',
  '',
  'Slept well and it showed.',
  'Long day, short walk in the evening.',
  'Cooked at home.',
  'A lot on my mind.',
  'Good run before breakfast.',
]

/**
 * The days before `today` of somebody who does not exist, the same for the same `today`: weight that falls slowly and
 * levels off, steps with a weekly rhythm and a rainy winter, sleep longer at weekends, mood that follows sleep and steps a
 * little, and days on which nothing was written down.
 */
export function sampleDays(today: CivilDate): SampleDay[] {
  const random = seededRandom(toEpochDay(today))
  const noise = () => normalOf(random)
  return Array.from({ length: SAMPLE_DAYS }, (_, index) => sampleDay(addDays(today, index - SAMPLE_DAYS), index))

  function sampleDay(date: CivilDate, index: number): SampleDay {
    const weekend = weekdayOf(date) >= 6
    const season = Math.cos((2 * Math.PI * (toEpochDay(date) - 196)) / 365.25)
    const sleep = 7.1 + (weekend ? 0.7 : 0) + 0.65 * noise()
    const steps = 7_800 + (weekend ? -900 : 600) + 1_100 * season + 2_300 * noise()
    const weight = 76.2 + 6.4 * Math.exp(-index / 160) + 0.35 * noise()
    const calories = 2_150 + (weekend ? 260 : 0) + 230 * noise()
    const protein = 96 + (calories - 2_150) * 0.03 + 14 * noise()
    const rating = 3.3 + 0.45 * (sleep - 7.2) + 0.00009 * (steps - 7_800) + 0.7 * noise()
    const away = index % 97 >= 88 && index % 97 < 92
    const written = (chance: number) => !away && random() < chance
    return {
      date,
      fields: {
        ...sample(WEIGHT, written(0.82), weight),
        ...sample(STEPS, written(0.97), steps),
        ...sample(SLEEP, written(0.93), sleep),
        ...sample(CALORIES, written(0.74), calories),
        ...sample(PROTEIN, written(0.7), protein),
      },
      mood: written(0.68) ? mood(date, rating) : undefined,
    }
  }

  function mood(date: CivilDate, rating: number): MoodEntry {
    const rated = scaled(rating)
    return {
      // Natural, so that adding the sample data on two devices makes no twins.
      id: `sample-${date}`,
      date,
      time: `${String(18 + Math.floor(random() * 5)).padStart(2, '0')}:${random() < 0.5 ? '00' : '30'}`,
      rating: rated,
      energy: scaled(rating + 0.6 * noise()),
      stress: scaled(6 - rating + 0.8 * noise()),
      emoji: EMOJI[rated - 1] ?? '',
      tags: TAGS.filter(() => random() < 0.16),
      reflection: WORDS[Math.floor(random() * WORDS.length)] ?? '',
      source: SAMPLE_SOURCE,
    }
  }
}

const scaled = (value: number) => Math.min(5, Math.max(1, Math.round(value)))

function sample(metric: Metric, written: boolean, value: number): Fields {
  const rounded = Math.round(Math.round(value / metric.step) * metric.step * 100) / 100
  return written && isWithinBounds(metric, rounded) ? { [dayField(metric.id, SAMPLE_SOURCE)]: rounded } : {}
}
