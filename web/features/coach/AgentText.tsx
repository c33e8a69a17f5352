import { ExternalLink } from 'lucide-react'
import { memo, type ReactNode } from 'react'
import type { Message } from '../../store/messages.ts'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import styles from './Coach.module.css'
import { type Block, type Inline, type ListItem, parseMarkdown } from './markdown.ts'

interface AgentTextProps {
  readonly text: string
  /** Where there are numbers that the agent was not given. */
  readonly unknown: Message['unknown']
}

/**
 * What an agent says. It is not trusted: of its Markdown there are paragraphs, lists, emphasis, code, and links that say where they
 * lead. Nothing of it is fetched.
 */
export const AgentText = memo(function AgentText({ text, unknown }: AgentTextProps) {
  return (
    <div className={styles['words']}>
      {parseMarkdown(text).map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a text only grows, and its blocks have no other name.
        <BlockText key={index} block={block} unknown={unknown} />
      ))}
    </div>
  )
})

function BlockText({ block, unknown }: { readonly block: Block } & Pick<AgentTextProps, 'unknown'>) {
  if (block.kind === 'code') return <pre className={styles['code']}>{block.text}</pre>
  if (block.kind === 'list') return <ListText {...block} unknown={unknown} />
  const inside = inlineText(block.inlines, unknown)
  if (block.kind === 'quote') return <blockquote className={styles['quote']}>{inside}</blockquote>
  // No heading of the page: it is one of an answer, which anybody may write.
  return <p>{block.kind === 'heading' ? <strong>{inside}</strong> : inside}</p>
}

interface ListTextProps extends Pick<AgentTextProps, 'unknown'> {
  readonly isOrdered: boolean
  readonly items: readonly ListItem[]
}

function ListText({ isOrdered, items, unknown }: ListTextProps) {
  const drawn = items.map(({ depth, number, inlines }, index) => (
    <li
      // biome-ignore lint/suspicious/noArrayIndexKey: as above.
      key={index}
      value={number}
      className={`${styles['item']} ${isOrdered && number === undefined ? styles['bullet'] : ''}`}
      style={{ '--depth': depth }}
    >
      {inlineText(inlines, unknown)}
    </li>
  ))
  return isOrdered ? <ol className={styles['numbered']}>{drawn}</ol> : <ul className={styles['bulleted']}>{drawn}</ul>
}

function inlineText(inlines: readonly Inline[], unknown: AgentTextProps['unknown']): ReactNode {
  // biome-ignore lint/suspicious/noArrayIndexKey: as above.
  return inlines.map((inline, index) => <InlineText key={index} inline={inline} unknown={unknown} />)
}

function InlineText({ inline, unknown }: { readonly inline: Inline } & Pick<AgentTextProps, 'unknown'>) {
  switch (inline.kind) {
    case 'text':
      return marked(inline, unknown)
    case 'code':
      return <code>{inline.text}</code>
    case 'break':
      return <br />
    case 'strong':
      return <strong>{inlineText(inline.inlines, unknown)}</strong>
    case 'emphasis':
      return <em>{inlineText(inline.inlines, unknown)}</em>
    case 'link':
      return (
        <a href={inline.href} target="_blank" rel="noopener noreferrer nofollow" className={styles['link']}>
          {inlineText(inline.inlines, unknown)} <span className={styles['host']}>({inline.host})</span>
          <ExternalLink aria-label="Opens another site" size={14} />
        </a>
      )
  }
}

/** A text, with the numbers marked that the agent was not given. */
function marked({ text, at }: Extract<Inline, { kind: 'text' }>, unknown: AgentTextProps['unknown']): ReactNode {
  const pieces: ReactNode[] = []
  let from = 0
  for (const [start, end] of unknown) {
    const [first, last] = [Math.max(start - at, from), Math.min(end - at, text.length)]
    if (first >= last) continue
    pieces.push(text.slice(from, first))
    pieces.push(
      <mark key={first} className={styles['unknown']} title="Not among the numbers that were sent">
        {text.slice(first, last)}
        <VisuallyHidden> (not among the numbers that were sent)</VisuallyHidden>
      </mark>,
    )
    from = last
  }
  return pieces.length === 0 ? text : [...pieces, text.slice(from)]
}
