import { RATINGS, type Rating } from '../../../shared/metric/rating.ts'

const LEVEL_WORDS: Readonly<Record<Rating, string>> = {
  1: 'very low',
  2: 'low',
  3: 'medium',
  4: 'high',
  5: 'very high',
}

export const levelWord = (level: Rating): string => LEVEL_WORDS[level]

/** The rating nearest to a number: the word for a day's mean. */
export function nearestRating(value: number): Rating {
  return RATINGS.find((rating) => value < rating + 0.5) ?? 5
}
