import { useState } from 'react'
import { Link } from 'wouter'
import { type Consent, NO_CONSENT, readConsent, writeConsent } from '../../coach-agent/consent.ts'
import { useDatabase, useLive } from '../../store/react.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import styles from './settings.module.css'

/** What the coach may send to an agent, and how to take that back. */
export function CoachConsent() {
  const db = useDatabase()
  const { value: consent } = useLive(readConsent, [])
  const [problem, setProblem] = useState<string>()
  if (consent === undefined) return null
  const { agent, context, about } = consent
  if (agent === null)
    return (
      <p className={styles['soft']}>
        The <Link href="/coach">Coach</Link> answers on this device. Where this server offers an agent, it is asked only
        after you have seen what it would be sent, and agreed.
      </p>
    )
  const change = async (to: Consent) => {
    const saved = await writeConsent(db, to)
    setProblem(saved.ok ? undefined : saved.failure.message)
  }
  const isMore = context || about !== ''
  return (
    <>
      {problem !== undefined && <Banner tone="danger">{problem}</Banner>}
      <p className={styles['soft']}>
        You agreed that the <Link href="/coach">Coach</Link> sends questions for {agent.name} through this server to{' '}
        <strong>{agent.where}</strong>
        {context && ', with a summary of your data'}
        {about !== '' && ', with what you told of yourself'}. They are not sealed there: it can read them.
      </p>
      <div className={styles['actions']}>
        {isMore && (
          <Button onClick={() => void change({ ...consent, context: false, names: false, about: '' })}>
            Send only my questions
          </Button>
        )}
        <Button tone="danger" onClick={() => void change(NO_CONSENT)}>
          Ask {agent.name} no more
        </Button>
      </div>
    </>
  )
}
