export const TAG_LENGTH = 30
export const MOST_TAGS = 20

/** What a person typed as tags, apart at commas and hashes, without surrounding space. */
export function tagsOfText(text: string): string[] {
  return text
    .split(/[,;#\n]/)
    .map((tag) => tag.trim().replace(/\s+/g, ' ').slice(0, TAG_LENGTH).trim())
    .filter((tag) => tag !== '')
}

/** `tags` with `more` added: a tag that is there already, in whatever case, stays as it is. At most twenty. */
export function withTags(tags: readonly string[], more: readonly string[]): string[] {
  const kept = [...tags]
  for (const tag of more) {
    const known = kept.some((other) => other.toLowerCase() === tag.toLowerCase())
    if (!known && kept.length < MOST_TAGS) kept.push(tag)
  }
  return kept
}

/** The tags used, the most frequent first, then by name: what a new entry suggests. */
export function frequentTags(entries: readonly { readonly tags: readonly string[] }[]): string[] {
  const uses = new Map<string, { readonly tag: string; readonly count: number }>()
  for (const { tags } of entries)
    for (const tag of tags) {
      const key = tag.toLowerCase()
      const known = uses.get(key)
      uses.set(key, { tag: known?.tag ?? tag, count: (known?.count ?? 0) + 1 })
    }
  return [...uses.values()].sort((a, b) => b.count - a.count || (a.tag < b.tag ? -1 : 1)).map(({ tag }) => tag)
}
