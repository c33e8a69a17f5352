import { useState } from 'react'
import { pageClient } from '../../coach-agent/page-desk.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import styles from './Coach.module.css'
import { forgetProblemText } from './problem-text.ts'

interface DeleteSheetProps {
  /** Deletes what is on the person's devices, to be undone. */
  readonly onDelete: () => void
  /** Who else may hold something of it, by name and host; undefined: nobody. */
  readonly agent: { readonly name: string; readonly where: string } | undefined
  readonly onForgotten: () => void
  readonly onClose: () => void
}

/** Deletes the conversation here, and, asked for by itself, what the agent's service holds. */
export default function DeleteSheet({ onDelete, agent, onForgotten, onClose }: DeleteSheetProps) {
  const [isAsking, setAsking] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [outcome, setOutcome] = useState<{ readonly ok: boolean; readonly text: string }>()

  const forget = async (name: string) => {
    setBusy(true)
    const forgotten = await pageClient.forget()
    setBusy(false)
    setAsking(false)
    if (!forgotten.ok) {
      setOutcome({ ok: false, text: forgetProblemText(forgotten.failure, name) })
      return
    }
    const { agents, blocks, archives } = forgotten.value
    const counted = `${agents} ${agents === 1 ? 'agent' : 'agents'}, ${blocks} memory blocks, ${archives} archives`
    setOutcome({ ok: true, text: `Forgotten: ${counted}. It was looked whether they are gone.` })
    onForgotten()
  }
  return (
    <Sheet open onClose={onClose} title="Delete the conversation">
      <p>
        Takes every question and answer from this device and, where you synchronise, from your others. You can undo it.
      </p>
      <div>
        <Button tone="danger" onClick={onDelete}>
          Delete the conversation
        </Button>
      </div>
      {agent !== undefined && (
        <>
          <p>
            {agent.name} at <strong>{agent.where}</strong> may remember what you asked and sent. That is deleted by
            itself, here or not.
          </p>
          {outcome !== undefined && <Banner tone={outcome.ok ? 'info' : 'danger'}>{outcome.text}</Banner>}
          <div>
            <Button tone="danger" onClick={() => setAsking(true)}>
              Make {agent.name} forget …
            </Button>
          </div>
          <ConfirmDialog
            open={isAsking}
            title={`Make ${agent.name} forget?`}
            confirmLabel="Forget everything"
            busy={isBusy}
            onConfirm={() => void forget(agent.name)}
            onCancel={() => setAsking(false)}
          >
            <p>Its agent, memory and messages of you are deleted at {agent.where}. This cannot be undone.</p>
            <p className={styles['soft']}>
              What that service, or the model behind it, has in logs of its own is out of reach.
            </p>
          </ConfirmDialog>
        </>
      )}
    </Sheet>
  )
}
