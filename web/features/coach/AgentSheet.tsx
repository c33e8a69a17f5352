import { useEffect, useState } from 'react'
import { COACH_LIMITS } from '../../../shared/coach/limits.ts'
import type { Agent, Consent, Summary } from '../../coach-agent/consent.ts'
import { useMetrics } from '../../store/react.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { Switch } from '../../ui/Switch.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { pageCoach } from '../../workers/coach-client.ts'
import styles from './Coach.module.css'
import { WITHDRAWN } from './use-agent.ts'

interface AgentSheetProps {
  readonly agent: Agent
  /** What holds now. */
  readonly consent: Consent
  /** It was agreed to already, so this is about what is sent, and about taking that back. */
  readonly isAgreed: boolean
  readonly onSave: (consent: Consent) => Promise<boolean>
  readonly onClose: () => void
}

/** What an agent would be sent, byte for byte, before anything is; and whether it may be. */
export default function AgentSheet({ agent, consent, isAgreed, onSave, onClose }: AgentSheetProps) {
  const [context, setContext] = useState(isAgreed && consent.context)
  const [names, setNames] = useState(isAgreed && consent.names)
  const hasOwn = useMetrics().some(({ builtIn }) => !builtIn)
  const [about, setAbout] = useState(isAgreed ? consent.about : '')
  const [failed, setFailed] = useState(false)
  const withNames = names && hasOwn
  const summary = useSummary(withNames, isAgreed && consent.names === withNames ? consent.shown : null)
  const shown = summary !== undefined && 'value' in summary ? summary : null
  // Nobody agrees to what they were not shown.
  const isUnseen = context && shown === null
  const { name, where } = agent
  const save = async (to: Consent) => {
    if (await onSave(to)) onClose()
    else setFailed(true)
  }
  const agree = () => void save({ agent, context, names: withNames, about: about.trim(), asksAgent: true, shown })
  return (
    <Sheet
      open
      onClose={onClose}
      title={isAgreed ? `What ${name} is sent` : `Ask ${name}?`}
      footer={
        isAgreed ? (
          <>
            <Button tone="danger" onClick={() => void save(WITHDRAWN)}>
              Ask {name} no more
            </Button>
            <Button tone="primary" busy={isUnseen} onClick={agree}>
              Save
            </Button>
          </>
        ) : (
          <>
            <Button onClick={onClose}>Not now</Button>
            <Button tone="primary" busy={isUnseen} onClick={agree}>
              Agree
            </Button>
          </>
        )
      }
    >
      {failed && <Banner tone="danger">This could not be saved on this device. Nothing has changed.</Banner>}
      <p>
        {name} is a language model. What you ask it goes to this server and on to <strong>{where}</strong>, which can
        read it and may keep it.{' '}
        {agent.kind === 'letta' && `${name} also remembers what was said, until you delete that.`}{' '}
        {agent.kind === 'openai' && 'What you and it said before goes along each time, so that it can follow.'}
      </p>
      <p className={styles['soft']}>
        It can be wrong. Numbers in its answers that were not sent to it are marked. Questions for this device stay on
        this device.
      </p>
      <Switch
        label="Send a summary of my data along"
        hint="This is all of it, as your next question takes it along; it is made anew for later ones. It holds numbers, dates and names of OwnIt’s own; no words of yours."
        checked={context}
        onChecked={setContext}
      />
      {hasOwn && <Switch label="With the names of my own metrics" checked={names} onChecked={setNames} />}
      <SummaryText summary={summary} />
      <TextArea
        label="Tell it something of yourself"
        hint="Sent as you write it. Leave it empty to send nothing."
        value={about}
        maxLength={COACH_LIMITS.aboutLength}
        onValue={setAbout}
      />
    </Sheet>
  )
}

type SummaryMade = Summary | { readonly problem: string } | undefined

/** The summary exactly as it is sent: the one that was agreed to and waits to be, or one made now; undefined until it is made. */
function useSummary(withNames: boolean, waiting: Summary | null): SummaryMade {
  const [made, setMade] = useState<{ readonly withNames: boolean; readonly summary: SummaryMade }>()
  const isNeeded = waiting === null
  useEffect(() => {
    if (!isNeeded) return
    let gone = false
    const set = (summary: SummaryMade) => {
      if (!gone) setMade({ withNames, summary })
    }
    pageCoach()
      .context(withNames)
      .then(set, (error: unknown) => set({ problem: error instanceof Error ? error.message : String(error) }))
    return () => {
      gone = true
    }
  }, [withNames, isNeeded])
  return waiting ?? (made?.withNames === withNames ? made.summary : undefined)
}

function SummaryText({ summary }: { readonly summary: SummaryMade }) {
  if (summary === undefined) return <Skeleton height={160} label="Making the summary" />
  if ('problem' in summary)
    return <Banner tone="danger">The summary could not be made, so it cannot go along: {summary.problem}</Banner>
  return (
    <figure>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset holds form controls; this group scrolls a text. */}
      <div
        role="group"
        aria-label="The summary"
        className={styles['context']}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be scrollable by keys.
        tabIndex={0}
      >
        <pre data-testid="coach-context">{summary.value}</pre>
      </div>
      <figcaption className={styles['soft']}>
        {[...summary.value].length} characters, as of {summary.asOf}. Sent only while the switch is on.
      </figcaption>
    </figure>
  )
}
