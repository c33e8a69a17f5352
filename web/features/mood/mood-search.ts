/** What a search looks at in an entry. */
export interface SearchableMood {
  readonly tags: readonly string[]
  readonly reflection: string
  readonly emoji: string
}

/** Whether an entry has every word of the search, in its text or its tags; `#word` looks at tags alone. */
export function moodMatcher(search: string): (entry: SearchableMood) => boolean {
  const words = folded(search)
    .split(/\s+/)
    .filter((word) => word !== '' && word !== '#')
  return ({ tags, reflection, emoji }) => {
    const names = tags.map(folded)
    const text = `${folded(reflection)} ${emoji}`
    return words.every((word) => {
      if (word.startsWith('#')) return names.some((tag) => tag.includes(word.slice(1)))
      return text.includes(word) || names.some((tag) => tag.includes(word))
    })
  }
}

// "cafe" finds "Café": nobody searches by accents.
const folded = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
