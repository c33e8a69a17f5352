import { expect, it } from 'vitest'
import { type Document, emptyDocument } from '../../../shared/document/document.ts'
import { contentsText } from './backup-contents.ts'

const made = (collection: string, id: string, fields: Document['fields'] = {}) => ({
  ...emptyDocument(collection, id),
  fields,
})

it('says what a backup holds, without what was deleted', () => {
  const documents = [
    made('day', '2026-11-22'),
    made('day', '2026-11-23'),
    made('mood', 'a'),
    made('mood', 'b', { deleted: true }),
    made('profile', 'me'),
    made('something', 'from-a-newer-version'),
  ]
  expect(contentsText(documents)).toBe('2 days, 1 mood entry, settings, 1 other thing')
  expect(contentsText([])).toBe('nothing')
})
