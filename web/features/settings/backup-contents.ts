import { type Document, isDeleted } from '../../../shared/document/document.ts'
import { countText } from './setting-text.ts'

const NAMES: Readonly<Record<string, readonly [one: string, many: string]>> = {
  day: ['day', 'days'],
  mood: ['mood entry', 'mood entries'],
  pause: ['pause', 'pauses'],
  metric: ['metric of your own', 'metrics of your own'],
  experiment: ['trial', 'trials'],
  goal: ['goal', 'goals'],
  challenge: ['challenge', 'challenges'],
  league: ['league without a server', 'leagues without a server'],
  card: ['player of a league', 'players of leagues'],
  dismissal: ['thing put aside', 'things put aside'],
  profile: ['settings', 'settings'],
}

/** What a backup holds, in words, deleted things left out: `412 days, 96 mood entries, settings`. */
export function contentsText(documents: readonly Document[]): string {
  const counts = new Map<string, number>()
  let others = 0
  for (const document of documents) {
    if (isDeleted(document)) continue
    if (document.collection in NAMES) counts.set(document.collection, (counts.get(document.collection) ?? 0) + 1)
    else others += 1
  }
  const parts = Object.entries(NAMES).flatMap(([collection, [one, many]]) => {
    const count = counts.get(collection)
    if (count === undefined) return []
    return [collection === 'profile' ? 'settings' : countText(count, one, many)]
  })
  if (others > 0) parts.push(countText(others, 'other thing', 'other things'))
  return parts.length === 0 ? 'nothing' : parts.join(', ')
}
