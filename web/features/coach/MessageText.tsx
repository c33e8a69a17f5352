import { Fragment, type ReactNode } from 'react'
import { Link } from 'wouter'
import type { Message, MessageFigure } from '../../store/messages.ts'
import styles from './Coach.module.css'

/** What this device says: every number leads to where it stands in the app. */
export function MessageText({ text, figures }: Pick<Message, 'text' | 'figures'>) {
  const pieces: ReactNode[] = []
  let from = 0
  for (const figure of figures) {
    if (figure.at < from) continue
    pieces.push(<Fragment key={from}>{text.slice(from, figure.at)}</Fragment>)
    pieces.push(<FigureLink key={`figure ${figure.at}`} figure={figure} />)
    from = figure.at + figure.text.length
  }
  return (
    <p className={styles['plain']}>
      {pieces}
      {text.slice(from)}
    </p>
  )
}

function FigureLink({ figure: { text, value, unit, link } }: { readonly figure: MessageFigure }) {
  return (
    <Link href={link} className={styles['figure']} data-value={value} data-unit={unit}>
      {text}
    </Link>
  )
}
