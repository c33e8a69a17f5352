/**
 * A text in letters, digits, `-` and `_` alone, with `~C3~A9` for what is none of them: no messenger and no address bar has a
 * reason to write any of these otherwise. Half characters (lone surrogates) throw URIError.
 */
export function escaped(text: string): string {
  return encodeURIComponent(text)
    .replace(/[.!~*'()]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%', '~')
}

/** The text that `escaped` wrote so, or undefined where it writes no text so. */
export function unescaped(written: string): string | undefined {
  try {
    const text = decodeURIComponent(written.replaceAll('~', '%'))
    return escaped(text) === written ? text : undefined
  } catch (error) {
    if (error instanceof URIError) return undefined
    throw error
  }
}
