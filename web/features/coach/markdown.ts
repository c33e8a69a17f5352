/**
 * The part of Markdown that an agent's answer is shown with, as data: nothing in here can be HTML, an image, or a link that is not
 * to a named host by HTTP. What is no Markdown of this part stays as it was written. Takes time in proportion to the text, whatever
 * it is.
 */
export type Block =
  | { readonly kind: 'paragraph' | 'heading' | 'quote'; readonly inlines: readonly Inline[] }
  | { readonly kind: 'list'; readonly isOrdered: boolean; readonly items: readonly ListItem[] }
  | { readonly kind: 'code'; readonly text: string }

export interface ListItem {
  /** How far it is set in: 0 to 3. */
  readonly depth: number
  /** The number it stands under; undefined: a dot. */
  readonly number: number | undefined
  readonly inlines: readonly Inline[]
}

export type Inline =
  /** `at`: where in the source it begins; it stands there as it is here. */
  | { readonly kind: 'text'; readonly text: string; readonly at: number }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'strong' | 'emphasis'; readonly inlines: readonly Inline[] }
  | { readonly kind: 'link'; readonly href: string; readonly host: string; readonly inlines: readonly Inline[] }
  | { readonly kind: 'break' }

const FENCE = /^ {0,3}(```+|~~~+)/
const HEADING = /^ {0,3}#{1,6} +/
const QUOTE = /^ {0,3}> ?/
const ITEM = /^( {0,9}|\t{0,3})(?:[-*+]|(\d{1,9})[.)])[ \t]+/
const RULE = /^ {0,3}(?:(?:- *){3,}|(?:\* *){3,}|(?:_ *){3,})$/
const MOST_DEPTH = 3

/** The blocks of a text, in their order. */
export function parseMarkdown(source: string): Block[] {
  const blocks: Block[] = []
  let open: { readonly kind: 'paragraph' | 'quote'; readonly inlines: Inline[] } | undefined
  let list: { readonly kind: 'list'; readonly isOrdered: boolean; readonly items: OpenItem[] } | undefined
  const close = () => {
    open = undefined
    list = undefined
  }

  const lines = linesOf(source)
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]
    if (line === undefined) break
    const { text, at } = line
    const fence = FENCE.exec(text)?.[1]
    if (fence !== undefined) {
      close()
      const code: string[] = []
      for (index++; index < lines.length; index++) {
        const inside = lines[index]?.text ?? ''
        if (inside.trim().startsWith(fence) && inside.trim().replaceAll(fence.charAt(0), '') === '') break
        code.push(inside)
      }
      blocks.push({ kind: 'code', text: code.join('\n') })
      continue
    }
    if (text.trim() === '' || RULE.test(text)) {
      // An item may go on after an empty line, so the list stays open for the next item.
      open = undefined
      if (RULE.test(text)) list = undefined
      continue
    }
    const heading = HEADING.exec(text)?.[0]
    if (heading !== undefined) {
      close()
      blocks.push({ kind: 'heading', inlines: parseInlines(source, at + heading.length, at + text.length) })
      continue
    }
    const item = ITEM.exec(text)
    if (item !== null) {
      open = undefined
      const isOrdered = item[2] !== undefined
      const depth = Math.min(MOST_DEPTH, Math.floor((item[1] ?? '').replaceAll('\t', '  ').length / 2))
      const inlines = parseInlines(source, at + item[0].length, at + text.length)
      if (list === undefined || (depth === 0 && list.isOrdered !== isOrdered)) {
        list = { kind: 'list', isOrdered, items: [] }
        blocks.push(list)
      }
      list.items.push({ depth, number: isOrdered ? Number(item[2]) : undefined, inlines })
      continue
    }
    const last = list?.items.at(-1)
    if (last !== undefined && /^\s/.test(text)) {
      last.inlines.push({ kind: 'break' }, ...parseInlines(source, at + indentOf(text), at + text.length))
      continue
    }
    list = undefined
    const quote = QUOTE.exec(text)?.[0]
    const kind = quote === undefined ? 'paragraph' : 'quote'
    const inlines = parseInlines(source, at + (quote?.length ?? indentOf(text)), at + text.length)
    if (open?.kind === kind) open.inlines.push({ kind: 'break' }, ...inlines)
    else {
      open = { kind, inlines }
      blocks.push(open)
    }
  }
  return blocks
}

interface OpenItem extends ListItem {
  readonly inlines: Inline[]
}

const indentOf = (text: string) => text.length - text.trimStart().length

function linesOf(source: string): { readonly text: string; readonly at: number }[] {
  let at = 0
  return source.split('\n').map((line) => {
    const text = line.endsWith('\r') ? line.slice(0, -1) : line
    const from = at
    at += line.length + 1
    return { text, at: from }
  })
}

const PUNCTUATION = /[!-/:-@[-`{-~]/
const BARE_LINK = /https?:\/\/[^\s<>"'`]+/y
/** How deep emphasis may stand in emphasis. */
const MOST_NESTED = 4

/** The inline parts of `source` from `from` up to `to`, which are on one line. */
export function parseInlines(source: string, from: number, to: number, nested = 0): Inline[] {
  const inlines: Inline[] = []
  const next = finder(source, to)
  let textFrom = from
  let at = from
  const flush = (end: number) => {
    if (end > textFrom) inlines.push({ kind: 'text', text: source.slice(textFrom, end), at: textFrom })
  }
  /** What began at `at` ends before `end` and is put in. */
  const put = (inline: Inline | readonly Inline[], end: number) => {
    flush(at)
    inlines.push(...[inline].flat())
    at = end
    textFrom = end
  }

  while (at < to) {
    const character = source.charAt(at)
    if (character === '\\' && at + 1 < to && PUNCTUATION.test(source.charAt(at + 1))) {
      flush(at)
      textFrom = at + 1
      at += 2
    } else if (character === '`') {
      const ticks = runOf(source, at, to)
      const end = next('`'.repeat(ticks), at + ticks)
      if (end === undefined) at += ticks
      else put({ kind: 'code', text: source.slice(at + ticks, end) }, end + ticks)
    } else if (character === '[' || (character === '!' && source.charAt(at + 1) === '[')) {
      const isImage = character === '!'
      const link = linkAt(source, at + (isImage ? 1 : 0), to, next)
      if (link === undefined || nested >= MOST_NESTED) at += 1
      else {
        const words = parseInlines(source, link.from, link.to, MOST_NESTED)
        put(isImage ? words : linked(link.url, words), link.end)
      }
    } else if (character === 'h' && nested < MOST_NESTED && !/\w/.test(source.charAt(at - 1))) {
      const url = bareLinkAt(source, at, to)
      if (url === undefined) at += 1
      else put(linked(url, [{ kind: 'text', text: url, at }]), at + url.length)
    } else if (character === '*' || character === '_') {
      const run = Math.min(2, runOf(source, at, to))
      const mark = character.repeat(run)
      const end =
        nested < MOST_NESTED && opensAt(source, at, run, to) ? closing(source, mark, at + run, next) : undefined
      if (end === undefined) at += runOf(source, at, to)
      else {
        const inside = parseInlines(source, at + run, end, nested + 1)
        put({ kind: run === 2 ? 'strong' : 'emphasis', inlines: inside }, end + run)
      }
    } else at += 1
  }
  flush(to)
  return inlines
}

type Find = (mark: string, from: number) => number | undefined

/** Finds marks from left to right, looking at each part of the text once for each mark, also where there are none. */
function finder(source: string, to: number): Find {
  const found = new Map<string, number>()
  return (mark, from) => {
    let at = found.get(mark) ?? -1
    if (at < from) {
      at = source.indexOf(mark, from)
      if (at < 0 || at + mark.length > to) at = Number.POSITIVE_INFINITY
      found.set(mark, at)
    }
    return at === Number.POSITIVE_INFINITY ? undefined : at
  }
}

function runOf(source: string, at: number, to: number): number {
  let end = at
  while (end < to && source.charAt(end) === source.charAt(at)) end += 1
  return end - at
}

/** Before a word, and for `_` not inside one. */
function opensAt(source: string, at: number, run: number, to: number): boolean {
  const after = at + run < to ? source.charAt(at + run) : ' '
  if (/[\s*_]/.test(after)) return false
  return source.charAt(at) === '*' || !/[\p{L}\p{N}]/u.test(source.charAt(at - 1))
}

/** Where the emphasis that began before `from` ends: after a word, and for `_` not inside one. */
function closing(source: string, mark: string, from: number, next: Find): number | undefined {
  const end = next(mark, from + 1)
  if (end === undefined || /\s/.test(source.charAt(end - 1))) return undefined
  const isInside = mark.startsWith('_') && /[\p{L}\p{N}]/u.test(source.charAt(end + mark.length))
  return isInside ? undefined : end
}

function linkAt(source: string, at: number, to: number, next: Find) {
  const end = next('](', at + 1)
  if (end === undefined || end >= to) return undefined
  // The nearest bracket belongs to the nearest link.
  if (source.lastIndexOf('[', end) > at) return undefined
  const close = closingParenthesis(source, end + 2, to, next)
  if (close === undefined) return undefined
  return {
    from: at + 1,
    to: end,
    url: source
      .slice(end + 2, close)
      .trim()
      .replace(/\s.*$/s, ''),
    end: close + 1,
  }
}

/** Longest address that is looked at, in characters. */
const MOST_ADDRESS = 2048

/** Where the parenthesis ends that began before `from`: an address may have some of its own. */
function closingParenthesis(source: string, from: number, to: number, next: Find): number | undefined {
  if (next(')', from) === undefined) return undefined
  let open = 1
  for (let at = from; at < Math.min(to, from + MOST_ADDRESS); at++) {
    const character = source.charAt(at)
    if (character === '(') open += 1
    else if (character === ')') open -= 1
    if (open === 0) return at
  }
  return undefined
}

function bareLinkAt(source: string, at: number, to: number): string | undefined {
  BARE_LINK.lastIndex = at
  const found = BARE_LINK.exec(source)?.[0]
    .slice(0, to - at)
    .replace(/[.,;:!?)\]*_]+$/, '')
  return found === undefined || found === '' ? undefined : found
}

/** Only what leads to a host by HTTP is a link; of anything else the words stay. */
function linked(url: string, words: readonly Inline[]): Inline | readonly Inline[] {
  const parsed = URL.canParse(url) ? new URL(url) : undefined
  const isHttp = parsed !== undefined && /^https?:$/.test(parsed.protocol)
  // A name before the host passes for the host: `https://clinic.example@evil.example`.
  if (!isHttp || parsed.username !== '' || parsed.password !== '') return words
  return { kind: 'link', href: parsed.href, host: parsed.host, inlines: words }
}
