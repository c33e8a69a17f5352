import { expect, it } from 'vitest'
import { moodWord, RATINGS } from '../../../shared/metric/rating.ts'
import { moodFigure } from './mood-words.ts'

it('has a word of its own for each face', () => {
  expect(new Set(RATINGS.map(moodWord)).size).toBe(5)
})

it('says a mean in words only where it is a face, and in figures between two', () => {
  expect(moodFigure(4)).toBe('Good')
  expect(moodFigure(3.5)).toBe('3.5')
  expect(moodFigure(10 / 3)).toBe('3.3')
})
