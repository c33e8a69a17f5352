import { describe, expect, it } from 'vitest'
import { frequentTags, MOST_TAGS, TAG_LENGTH, tagsOfText, withTags } from './tag-text.ts'

describe('tags', () => {
  it('part at commas and hashes, and lose the space around them', () => {
    expect(tagsOfText(' work,  long   walk ;#friends, ,')).toEqual(['work', 'long walk', 'friends'])
  })
  it('are held to their length and number', () => {
    expect(tagsOfText('x'.repeat(99))).toEqual(['x'.repeat(TAG_LENGTH)])
    expect(
      withTags(
        [],
        Array.from({ length: 50 }, (_, index) => `t${index}`),
      ),
    ).toHaveLength(MOST_TAGS)
  })
  it('are there once, in whatever case they are typed again', () => {
    expect(withTags(['Work'], ['work', 'rain', 'Rain'])).toEqual(['Work', 'rain'])
  })
  it('are suggested by how often they were used', () => {
    expect(frequentTags([{ tags: ['rain'] }, { tags: ['work', 'Rain'] }, { tags: ['alone', 'rain'] }])).toEqual([
      'rain',
      'alone',
      'work',
    ])
  })
})
