import { useState } from 'react'
import { timeZoneOf } from '../../store/profile.ts'
import { useDatabase, useLive, useProfile } from '../../store/react.tsx'
import { type RecoveryPoint, recoveryPoints, restoreRecoveryPoint } from '../../store/recovery-points.ts'
import { Button } from '../../ui/Button.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { SettingsSection } from './SettingsSection.tsx'
import { countText, instantText } from './setting-text.ts'
import styles from './settings.module.css'
import { useMaking } from './use-making.ts'

/** Copies of everything that OwnIt keeps by itself before anything large. */
export function RecoverySection() {
  const db = useDatabase()
  const zone = timeZoneOf(useProfile())
  const [asked, setAsked] = useState<RecoveryPoint>()
  const [refusal, setRefusal] = useState<string>()
  const { making, make, problem } = useMaking()
  const { value: points } = useLive(() => recoveryPoints(db), [db])

  const restore = (point: RecoveryPoint) =>
    make(point.id, async () => {
      const restored = await restoreRecoveryPoint(db, point.id)
      const failure = restored.ok ? undefined : restored.failure
      setRefusal(
        failure === undefined
          ? undefined
          : 'message' in failure
            ? failure.message
            : 'This recovery point has given its place to a newer one.',
      )
      setAsked(undefined)
    })

  return (
    <SettingsSection id="recovery" title="Recovery points" problem={problem ?? refusal}>
      <p className={styles['soft']}>
        Before an import, a restore or a large delete, OwnIt keeps a copy of everything, the last three of them. They
        live in this browser, so they are no backup.
      </p>
      {points?.length === 0 && <p>None yet.</p>}
      <ul>
        {points?.map((point) => (
          <li key={point.id} className={styles['row']}>
            <div>
              <p>Before: {point.reason}</p>
              <p className={styles['soft']}>
                {instantText(point.at, zone)} · {countText(point.documents, 'document', 'documents')}
              </p>
            </div>
            <Button aria-label={`Go back to before: ${point.reason}`} onClick={() => setAsked(point)}>
              Go back
            </Button>
          </li>
        ))}
      </ul>
      <ConfirmDialog
        open={asked !== undefined}
        title="Go back to this point?"
        tone="primary"
        confirmLabel="Go back"
        busy={making !== undefined}
        onConfirm={() => {
          if (asked !== undefined) void restore(asked)
        }}
        onCancel={() => setAsked(undefined)}
      >
        <p>
          Everything becomes as it was on {asked === undefined ? '' : instantText(asked.at, zone)}, before:{' '}
          {asked?.reason}. What was logged since goes away. A copy of how it is now is kept first, and you can undo
          this.
        </p>
      </ConfirmDialog>
    </SettingsSection>
  )
}
