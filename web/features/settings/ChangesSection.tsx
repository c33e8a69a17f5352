import { Undo2 } from 'lucide-react'
import { useState } from 'react'
import { timeZoneOf } from '../../store/profile.ts'
import { useDatabase, useLive, useProfile } from '../../store/react.tsx'
import { type ChangeSummary, recentChanges } from '../../store/recent-changes.ts'
import { undoChange } from '../../store/undo.ts'
import { Button } from '../../ui/Button.tsx'
import { showToast } from '../../ui/toast.ts'
import { SettingsSection } from './SettingsSection.tsx'
import { countText, instantText } from './setting-text.ts'
import styles from './settings.module.css'
import { useMaking } from './use-making.ts'

const PAGE = 8

/** What was changed last, each with its undo. */
export function ChangesSection() {
  const db = useDatabase()
  const zone = timeZoneOf(useProfile())
  const [shown, setShown] = useState(PAGE)
  const [refusal, setRefusal] = useState<string>()
  const { making, make, problem } = useMaking()
  const { value: changes } = useLive(() => recentChanges(db, shown + 1), [db, shown])

  const takeBack = ({ id, label }: ChangeSummary) =>
    make(id, async () => {
      const undone = await undoChange(db, id)
      const failure = undone.ok ? undefined : undone.failure
      setRefusal(
        failure === undefined
          ? undefined
          : 'message' in failure
            ? failure.message
            : `“${label}” cannot be undone any more: it has been undone already, or is too old.`,
      )
      if (undone.ok && undone.value.keptNewer > 0)
        showToast({ text: `${countText(undone.value.keptNewer, 'value was', 'values were')} changed since and kept.` })
    })

  return (
    <SettingsSection id="changes" title="Recent changes" problem={problem ?? refusal}>
      {changes?.length === 0 && <p className={styles['soft']}>Nothing was changed yet.</p>}
      <ul>
        {changes?.slice(0, shown).map((change) => (
          <li key={change.id} className={styles['row']}>
            <div>
              <p>{change.label}</p>
              <p className={styles['soft']}>
                {instantText(change.at, zone)}
                {change.size > 1 && ` · ${countText(change.size, 'document', 'documents')}`}
              </p>
            </div>
            {change.undone ? (
              <span className={styles['soft']}>Undone</span>
            ) : change.canUndo ? (
              <Button
                aria-label={`${undoWord(change)}: ${change.label}`}
                icon={<Undo2 aria-hidden="true" />}
                busy={making === change.id}
                onClick={() => void takeBack(change)}
              >
                {undoWord(change)}
              </Button>
            ) : (
              <span className={styles['soft']}>Too old to undo</span>
            )}
          </li>
        ))}
      </ul>
      {changes !== undefined && changes.length > shown && (
        <Button wide onClick={() => setShown(shown + PAGE * 3)}>
          Show older changes
        </Button>
      )}
    </SettingsSection>
  )
}

// What takes back an undo brings the change back.
const undoWord = ({ kind }: ChangeSummary) => (kind === 'undo' ? 'Redo' : 'Undo')
