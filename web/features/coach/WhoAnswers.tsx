import { Eye } from 'lucide-react'
import { Link } from 'wouter'
import { Button } from '../../ui/Button.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import styles from './Coach.module.css'
import type { AgentView } from './use-agent.ts'

interface WhoAnswersProps {
  readonly view: AgentView
  readonly onOpen: () => void
}

/** Who is asked, and what they are sent: always in sight, because it is what a person has to know before they type. */
export function WhoAnswers({ view, onOpen }: WhoAnswersProps) {
  const { standing, consent, agreed, isSignedOut, setConsent } = view
  const offered = standing?.agent ?? null
  if (consent === undefined) return <div className={styles['who']} />
  if (agreed === null)
    return (
      <div className={styles['who']}>
        <p className={styles['soft']}>Answered on this device, from your own records. Nothing is sent.</p>
        {offered !== null && <Button onClick={onOpen}>Ask {offered.name} too …</Button>}
      </div>
    )
  const { name, where } = agreed
  const turnsLeft = standing?.budget.turnsLeft
  return (
    <div className={styles['who']}>
      <div className={styles['choice']}>
        <Segmented
          label="Who is asked"
          options={[
            { value: 'device', label: 'This device' },
            { value: 'agent', label: name },
          ]}
          value={consent.asksAgent ? 'agent' : 'device'}
          onValue={(asked) => void setConsent({ ...consent, asksAgent: asked === 'agent' })}
        />
        <IconButton label={`What ${name} is sent`} onClick={onOpen}>
          <Eye aria-hidden="true" size={20} />
        </IconButton>
      </div>
      <p className={styles['soft']}>
        {!consent.asksAgent
          ? 'Answered on this device. Nothing is sent.'
          : consent.context
            ? `Goes to ${where}, with the summary of your data.`
            : `Goes to ${where}, without your data.`}
        {consent.asksAgent && isSignedOut && (
          <>
            {' '}
            This device is not signed in: <Link href="/sync">sign in</Link>.
          </>
        )}
        {consent.asksAgent && turnsLeft !== undefined && turnsLeft <= 5 && ` ${leftText(turnsLeft)}`}
      </p>
    </div>
  )
}

const leftText = (turns: number) =>
  turns === 0
    ? 'Nothing is left of today’s questions.'
    : `${turns} ${turns === 1 ? 'question is' : 'questions are'} left today.`
