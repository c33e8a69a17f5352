import { moodWord, RATINGS } from '../../../shared/metric/rating.ts'

/** A day's mean mood in words: `Good`, and for what lies between two faces the figure itself. */
export function moodFigure(mean: number): string {
  const rating = RATINGS.find((candidate) => candidate === mean)
  return rating === undefined ? String(Math.round(mean * 10) / 10) : moodWord(rating)
}
