import { Square } from 'lucide-react'
import type { LiveTurn } from '../../coach-agent/turn-desk.ts'
import { Button } from '../../ui/Button.tsx'
import { AgentText } from './AgentText.tsx'
import styles from './Coach.module.css'

interface LiveItemProps {
  readonly live: LiveTurn
  /** Undefined where it does not run in this page. */
  readonly onStop: (() => void) | undefined
}

const NOTHING: readonly (readonly [number, number])[] = []

/** An answer as it comes: its text only grows, and its foot keeps its place below. */
export function LiveItem({ live, onStop }: LiveItemProps) {
  const { text, phase, agent } = live
  return (
    <article className={styles['answer']} aria-label={`${agent} is answering`} aria-busy="true">
      <div className={styles['bubble']}>
        {text === '' ? <p className={styles['soft']}>{PHASES[phase]}</p> : <AgentText text={text} unknown={NOTHING} />}
      </div>
      <footer className={styles['under']}>
        <span>
          {agent} · {phase === 'connecting' ? 'connecting again …' : 'answering …'}
        </span>
        {onStop !== undefined && (
          <Button icon={<Square aria-hidden="true" size={16} />} onClick={onStop}>
            Stop
          </Button>
        )}
      </footer>
    </article>
  )
}

const PHASES: Readonly<Record<LiveTurn['phase'], string>> = {
  waiting: 'Thinking …',
  'other-turn': 'Waiting for another question to be answered …',
  slow: 'This takes longer than usual. This device has answered meanwhile.',
  streaming: '',
  connecting: 'Connecting again …',
}
