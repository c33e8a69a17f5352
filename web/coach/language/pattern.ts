/** One regular expression of alternatives, each of whole words; one that begins with `^` or ends with `$` is held to that end. */
export function said(lines: TemplateStringsArray, ...inserts: readonly string[]): RegExp {
  const whole = linesOf(lines, inserts).map((line) => {
    const from = line.startsWith('^') ? '' : '\\b'
    const to = line.endsWith('$') ? '' : '\\b'
    return `${from}(?:${line})${to}`
  })
  return new RegExp(whole.join('|'))
}

/** The same as a piece of another. */
export function alternatives(lines: TemplateStringsArray, ...inserts: readonly string[]): string {
  return `(?:${linesOf(lines, inserts).join('|')})`
}

function linesOf(lines: TemplateStringsArray, inserts: readonly string[]): string[] {
  return String.raw(lines, ...inserts)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
