import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Block, type Inline, parseMarkdown } from './markdown.ts'

const text = (words: string, at: number): Inline => ({ kind: 'text', text: words, at })

/** All inline parts of blocks, those inside others too. */
function inlinesOf(blocks: readonly Block[]): Inline[] {
  const deep = (inlines: readonly Inline[]): Inline[] =>
    inlines.flatMap((inline) => [inline, ...('inlines' in inline ? deep(inline.inlines) : [])])
  return blocks.flatMap((block) => {
    if (block.kind === 'code') return []
    return block.kind === 'list' ? block.items.flatMap(({ inlines }) => deep(inlines)) : deep(block.inlines)
  })
}

const words = (blocks: readonly Block[]) =>
  inlinesOf(blocks)
    .map((inline) => (inline.kind === 'text' || inline.kind === 'code' ? inline.text : ''))
    .join('')

describe('the markdown of an answer', () => {
  it('has paragraphs, lists, headings, quotes, code, bold and italic', () => {
    const source = [
      '# Sleep',
      'You *slept* **well**,',
      'mostly.',
      '',
      '- one',
      '  - two `x*y*`',
      '- three',
      '',
      '2. second',
      '> said',
      '```js',
      'let <b> = 1',
      '```',
      'end',
    ].join('\n')
    expect(parseMarkdown(source)).toEqual([
      { kind: 'heading', inlines: [text('Sleep', 2)] },
      {
        kind: 'paragraph',
        inlines: [
          text('You ', 8),
          { kind: 'emphasis', inlines: [text('slept', 13)] },
          text(' ', 19),
          { kind: 'strong', inlines: [text('well', 22)] },
          text(',', 28),
          { kind: 'break' },
          text('mostly.', 30),
        ],
      },
      {
        kind: 'list',
        isOrdered: false,
        items: [
          { depth: 0, number: undefined, inlines: [text('one', 41)] },
          { depth: 1, number: undefined, inlines: [text('two ', 49), { kind: 'code', text: 'x*y*' }] },
          { depth: 0, number: undefined, inlines: [text('three', 62)] },
        ],
      },
      { kind: 'list', isOrdered: true, items: [{ depth: 0, number: 2, inlines: [text('second', 72)] }] },
      { kind: 'quote', inlines: [text('said', 81)] },
      { kind: 'code', text: 'let <b> = 1' },
      { kind: 'paragraph', inlines: [text('end', source.length - 3)] },
    ])
  })

  it.each([
    ['[the clinic](https://clinic.example/a?b=1)', 'https://clinic.example/a?b=1', 'clinic.example'],
    ['see https://a.example/x.', 'https://a.example/x', 'a.example'],
    ['[a](https://a.example/b_(c))', 'https://a.example/b_(c)', 'a.example'],
    ['[a *b*](http://a.example "title")', 'http://a.example/', 'a.example'],
    ['[https://good.example](https://evil.example)', 'https://evil.example/', 'evil.example'],
  ])('%s is a link that says its host', (source, href, host) => {
    expect(inlinesOf(parseMarkdown(source)).filter(({ kind }) => kind === 'link')).toMatchObject([{ href, host }])
  })

  it.each([
    '[x](javascript:alert(1))',
    '[x](data:text/html,<script>1</script>)',
    '[x](/settings)',
    '[x](//evil.example)',
    '[x](https://clinic.example@evil.example)',
    '![x](https://evil.example/p.png?d=weight)',
    '![](https://evil.example/p.png)',
    '<img src=https://evil.example/p.png>'.replace('https', 'ftp'),
    '[x](vbscript:1)',
    '[x](  java\tscript:alert(1))',
  ])('%s is no link and no picture', (source) => {
    expect(inlinesOf(parseMarkdown(source)).map(({ kind }) => kind)).not.toContain('link')
  })

  it('of a picture the words stay, and of tags everything, as text', () => {
    expect(words(parseMarkdown('[here](javascript:alert(1)) now'))).toBe('here now')
    expect(words(parseMarkdown('a ![chart](https://evil.example/p.png) b'))).toBe('a chart b')
    expect(words(parseMarkdown('<b onclick=x>hi</b> </health_context>'))).toBe('<b onclick=x>hi</b> </health_context>')
  })

  it('marks that do not close, or stand inside words, stay as they are', () => {
    for (const source of ['2 * 3 * 4', 'snake_case_name', '**open', '`open', '[open](x', '* ', 'a*', '***'])
      expect(words(parseMarkdown(`x ${source}`))).toBe(`x ${source}`.trimEnd() === 'x *' ? 'x * ' : `x ${source}`)
    expect(words(parseMarkdown('\\*not bold\\*'))).toBe('*not bold*')
  })

  const piece = fc.oneof(
    fc.constantFrom(
      '*',
      '**',
      '_',
      '`',
      '```\n',
      '[',
      '](',
      ')',
      '![',
      'https://a.b/',
      '\\',
      '\n',
      '\n\n',
      '- ',
      '1. ',
      '> ',
      '# ',
      '<',
      '>',
      'javascript:',
      ' ',
      '7.2',
    ),
    fc.string({ maxLength: 4 }),
  )
  const source = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''))

  it('whatever is written, links go to hosts by HTTP, and texts stand in the source where they say', () => {
    fc.assert(
      fc.property(source, (written) => {
        for (const inline of inlinesOf(parseMarkdown(written))) {
          if (inline.kind === 'link') expect(new URL(inline.href)).toMatchObject({ host: inline.host, username: '' })
          if (inline.kind === 'link') expect(inline.href).toMatch(/^https?:\/\/[^@]/)
          if (inline.kind === 'text') expect(written.slice(inline.at, inline.at + inline.text.length)).toBe(inline.text)
        }
      }),
    )
  })

  it.each(['*', '_', '[', '`', '![', '[](', '**a', '*a ', '[a](', '`a``', 'https://', '\\', '> ', '- '])(
    'takes no longer than the text is long: %s over and over',
    (mark) => {
      const long = mark.repeat(Math.ceil(65_536 / mark.length))
      const begun = performance.now()
      parseMarkdown(long)
      expect(performance.now() - begun).toBeLessThan(1000)
    },
  )
})
