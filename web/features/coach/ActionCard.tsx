import { Check } from 'lucide-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { ProposedAction } from '../../coach/answer.ts'
import type { Message } from '../../store/messages.ts'
import { useCommit, useMetrics, useProfile, useToday } from '../../store/react.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { actionSchema } from '../../workers/coach-client.ts'
import styles from './Coach.module.css'
import { planOfAction } from './planned-action.ts'

/** What an answer proposes. Nothing of it is done before it is pressed, and what is done can be undone. */
export function ActionCards({ message }: { readonly message: Message }) {
  return message.actions.map((kept, place) => {
    const action = actionSchema.safeParse(kept)
    if (!action.success) return null
    // biome-ignore lint/suspicious/noArrayIndexKey: an action has no other name than its place, by which it is marked as done.
    return <ActionCard key={place} message={message} action={action.data} place={place} />
  })
}

interface ActionCardProps {
  readonly message: Message
  readonly action: ProposedAction
  readonly place: number
}

function ActionCard({ message, action, place }: ActionCardProps) {
  const commit = useCommit()
  const [, navigate] = useLocation()
  const metrics = useMetrics()
  const profile = useProfile()
  const today = useToday()
  const [problem, setProblem] = useState<string>()
  const plan = planOfAction(action, { metrics, profile, today, message, place })
  const isDone = message.acted.includes(place)
  // Its metric has gone since.
  if (plan === undefined) return null

  const act = async () => {
    if (plan.kind === 'go') {
      navigate(plan.to)
      return
    }
    const saved = await commit(plan.change)
    setProblem(saved.ok ? undefined : saved.failure.message)
  }
  return (
    <div className={styles['action']}>
      <p>{action.label}</p>
      {problem !== undefined && <Banner tone="danger">{problem}</Banner>}
      {isDone ? (
        <p className={styles['done']}>
          <Check aria-hidden="true" size={18} /> Done
        </p>
      ) : (
        <Button onClick={() => void act()}>{plan.button}</Button>
      )}
    </div>
  )
}
