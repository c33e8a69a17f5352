import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'wouter'
import { backupFileName, makeBackup } from '../../store/backup.ts'
import { eraseEverything } from '../../store/erase.ts'
import { useDatabase, useToday } from '../../store/react.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { TextField } from '../../ui/TextField.tsx'
import { SettingsSection } from './SettingsSection.tsx'
import styles from './settings.module.css'
import { useMaking } from './use-making.ts'

const WORD = 'delete'

/** Deletes everything from this device, after a backup was offered and a word typed. */
export function EraseSection() {
  const db = useDatabase()
  const today = useToday()
  const [isOpen, setOpen] = useState(false)
  const [typed, setTyped] = useState('')
  const [isMissing, setMissing] = useState(false)
  const [isDone, setDone] = useState(false)
  const { making, make, problem } = useMaking()

  const close = () => {
    setOpen(false)
    setTyped('')
    setMissing(false)
  }
  const erase = () => {
    if (typed.trim().toLowerCase() !== WORD) return setMissing(true)
    void make('erase', async () => {
      const erased = await eraseEverything(db)
      if (!erased.ok) throw new Error(erased.failure.message)
      // Drafts and what the screens remember of themselves.
      localStorage.clear()
      sessionStorage.clear()
      close()
      setDone(true)
    })
  }

  return (
    <SettingsSection id="erase" title="Delete everything" problem={isOpen ? undefined : problem}>
      <div role="status" className={styles['status']}>
        {isDone && (
          <p>
            Everything is deleted from this device. <Link href="/welcome">Start anew</Link>
          </p>
        )}
      </div>
      <p className={styles['soft']}>
        Deletes every value, entry, pause and setting, the list of changes and the recovery points from this device.
        This cannot be undone.
      </p>
      <div className={styles['actions']}>
        <Button icon={<Trash2 aria-hidden="true" />} onClick={() => setOpen(true)}>
          Delete everything
        </Button>
      </div>
      <Sheet
        open={isOpen}
        onClose={close}
        title="Delete everything?"
        role="alertdialog"
        footer={
          <>
            <Button onClick={close}>Cancel</Button>
            <Button tone="danger" busy={making === 'erase'} onClick={erase}>
              Delete everything
            </Button>
          </>
        }
      >
        {problem !== undefined && <Banner tone="danger">{problem}</Banner>}
        <p>
          All of it goes from this device, and nothing brings it back: no undo, no recovery point. Only a backup file
          can.
        </p>
        <div className={styles['actions']}>
          <Button
            busy={making === 'backup'}
            onClick={() => void make('backup', async () => saveFile(backupFileName(today), await makeBackup(db)))}
          >
            Save a backup first
          </Button>
        </div>
        <TextField
          label={`Type “${WORD}” to go on`}
          autoComplete="off"
          autoCapitalize="none"
          value={typed}
          error={isMissing ? `Type the word ${WORD}, so that this does not happen by accident.` : undefined}
          onValue={(text) => {
            setTyped(text)
            setMissing(false)
          }}
        />
      </Sheet>
    </SettingsSection>
  )
}
