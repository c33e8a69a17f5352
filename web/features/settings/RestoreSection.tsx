import { Upload } from 'lucide-react'
import { type ChangeEvent, useRef, useState } from 'react'
import { type Backup, readBackup, restoreBackup } from '../../store/backup.ts'
import type { Merged } from '../../store/merge-incoming.ts'
import { timeZoneOf } from '../../store/profile.ts'
import { useDatabase, useProfile } from '../../store/react.tsx'
import { undoChange } from '../../store/undo.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { contentsText } from './backup-contents.ts'
import { SettingsSection } from './SettingsSection.tsx'
import { countText, instantText } from './setting-text.ts'
import styles from './settings.module.css'
import { useMaking } from './use-making.ts'

type Step =
  | { readonly kind: 'choose'; readonly refusal?: string }
  | { readonly kind: 'chosen'; readonly name: string; readonly backup: Backup }
  | { readonly kind: 'done'; readonly merged: Merged; readonly undone?: string }

/** Merges a backup file into what is here: choose, see what it holds, restore, and take it back if need be. */
export function RestoreSection() {
  const db = useDatabase()
  const zone = timeZoneOf(useProfile())
  const input = useRef<HTMLInputElement>(null)
  const [step, setStep] = useState<Step>({ kind: 'choose' })
  const { making, make, problem } = useMaking()

  const choose = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0]
    // The same file chosen again is a change again.
    target.value = ''
    if (file === undefined) return
    void make('read', async () => {
      const read = await readBackup(file)
      setStep(
        read.ok
          ? { kind: 'chosen', name: file.name, backup: read.value }
          : { kind: 'choose', refusal: read.failure.message },
      )
    })
  }
  const restore = (backup: Backup) =>
    make('restore', async () => {
      const restored = await restoreBackup(db, backup)
      setStep(
        restored.ok ? { kind: 'done', merged: restored.value } : { kind: 'choose', refusal: restored.failure.message },
      )
    })
  const takeBack = (merged: Merged) =>
    make('undo', async () => {
      const undone = await undoChange(db, merged.id)
      const failed = undone.ok ? undefined : undone.failure
      const kept = undone.ok ? undone.value.keptNewer : 0
      const said =
        failed === undefined
          ? `Taken back.${kept > 0 ? ` ${countText(kept, 'value was', 'values were')} changed since and kept.` : ''}`
          : 'message' in failed
            ? failed.message
            : 'It has been taken back already.'
      setStep({ kind: 'done', merged, undone: said })
    })

  return (
    <SettingsSection id="restore" title="Restore" problem={problem}>
      {step.kind === 'choose' && (
        <>
          {step.refusal !== undefined && <Banner tone="danger">{step.refusal} Nothing was changed.</Banner>}
          <p className={styles['soft']}>
            Choose a backup file of OwnIt. It is merged into what is here: for each value the newer one stays, and
            nothing is wiped.
          </p>
        </>
      )}
      {step.kind === 'chosen' && (
        <ChosenBackup
          name={step.name}
          backup={step.backup}
          zone={zone}
          busy={making !== undefined}
          onRestore={() => void restore(step.backup)}
          onCancel={() => setStep({ kind: 'choose' })}
        />
      )}
      {step.kind === 'done' && (
        <div role="status" className={styles['form']}>
          <p>{step.undone ?? doneText(step.merged)}</p>
          {step.undone === undefined && step.merged.added + step.merged.updated > 0 && (
            <div className={styles['actions']}>
              <Button busy={making !== undefined} onClick={() => void takeBack(step.merged)}>
                Undo the restore
              </Button>
            </div>
          )}
        </div>
      )}
      {step.kind !== 'chosen' && (
        <div className={styles['actions']}>
          <Button
            icon={<Upload aria-hidden="true" />}
            busy={making !== undefined}
            onClick={() => input.current?.click()}
          >
            Choose a backup file
          </Button>
        </div>
      )}
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label="Backup file"
        onChange={choose}
      />
    </SettingsSection>
  )
}

interface ChosenBackupProps {
  readonly name: string
  readonly backup: Backup
  readonly zone: string
  readonly busy: boolean
  readonly onRestore: () => void
  readonly onCancel: () => void
}

function ChosenBackup({ name, backup, zone, busy, onRestore, onCancel }: ChosenBackupProps) {
  const { createdAt, documents, refused } = backup
  return (
    <>
      <dl className={styles['facts']}>
        <div>
          <dt>File</dt>
          <dd>{name}</dd>
        </div>
        <div>
          <dt>Made</dt>
          <dd>{createdAt === undefined ? 'the file does not say' : instantText(createdAt, zone)}</dd>
        </div>
        <div>
          <dt>Holds</dt>
          <dd>{contentsText(documents)}</dd>
        </div>
      </dl>
      {refused.length > 0 && (
        <Banner tone="warning">
          {countText(refused.length, 'part of it is', 'parts of it are')} damaged and will be left out: number{' '}
          {refused
            .slice(0, 5)
            .map(({ place, problem }) => `${place} (${problem})`)
            .join(', ')}
          {refused.length > 5 ? ' and others.' : '.'}
        </Banner>
      )}
      <div className={styles['actions']}>
        <Button tone="primary" busy={busy} disabled={documents.length === 0} onClick={onRestore}>
          Restore it
        </Button>
        <Button onClick={onCancel}>Cancel</Button>
      </div>
    </>
  )
}

function doneText({ added, updated, same }: Merged): string {
  if (added + updated === 0) return 'Everything in the backup is here already. Nothing was changed.'
  return `Restored: ${added} new, ${updated} updated, ${same} already here.`
}
