export type Rating = 1 | 2 | 3 | 4 | 5

export const RATINGS: readonly Rating[] = [1, 2, 3, 4, 5]

const WORDS: Readonly<Record<Rating, string>> = { 1: 'Awful', 2: 'Bad', 3: 'Okay', 4: 'Good', 5: 'Great' }

export const moodWord = (rating: Rating): string => WORDS[rating]

/** A day's mean mood in words: `Good`, and for what lies between two faces the figure itself. */
export function moodFigure(mean: number): string {
  const rating = RATINGS.find((candidate) => candidate === mean)
  return rating === undefined ? String(Math.round(mean * 10) / 10) : moodWord(rating)
}
