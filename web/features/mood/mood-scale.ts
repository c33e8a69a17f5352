/** A mood, energy or stress rating. */
export type Rating = 1 | 2 | 3 | 4 | 5

export const RATINGS: readonly Rating[] = [1, 2, 3, 4, 5]

const MOOD_WORDS: Readonly<Record<Rating, string>> = { 1: 'Awful', 2: 'Bad', 3: 'Okay', 4: 'Good', 5: 'Great' }
const LEVEL_WORDS: Readonly<Record<Rating, string>> = {
  1: 'very low',
  2: 'low',
  3: 'medium',
  4: 'high',
  5: 'very high',
}

export const moodWord = (rating: Rating): string => MOOD_WORDS[rating]
export const levelWord = (level: Rating): string => LEVEL_WORDS[level]

/** The rating nearest to a number: the word for a day's mean. */
export function nearestRating(value: number): Rating {
  return RATINGS.find((rating) => value < rating + 0.5) ?? 5
}
