import { expect, it } from 'vitest'
import { moodWord } from '../../../shared/metric/rating.ts'
import { nearestRating } from './mood-scale.ts'

it.each([
  [1, 'Awful'],
  [1.49, 'Awful'],
  [1.5, 'Bad'],
  [3.4, 'Okay'],
  [4.5, 'Great'],
  [5, 'Great'],
])('a mean of %f is %s', (mean, word) => {
  expect(moodWord(nearestRating(mean))).toBe(word)
})
