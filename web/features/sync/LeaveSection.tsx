import { LogOut, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { eraseEverything } from '../../store/erase.ts'
import { useDatabase } from '../../store/react.tsx'
import type { SyncStatus } from '../../store/sync-status.ts'
import type { DeviceAccount } from '../../sync/runtime/device-account.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { showToast } from '../../ui/toast.ts'
import { PassphraseField } from './PassphraseField.tsx'
import { Section } from './Section.tsx'
import styles from './sync.module.css'
import { useAsking } from './use-asking.ts'

export interface LeaveSectionProps {
  readonly account: DeviceAccount
  readonly status: SyncStatus
}

type Question = 'sign-out' | 'remove' | 'delete'

/** [D5] The ways out: signing out keeps everything here, and what removes something says so and asks. */
export function LeaveSection({ account, status }: LeaveSectionProps) {
  const db = useDatabase()
  const [question, setQuestion] = useState<Question>()
  const [passphrase, setPassphrase] = useState('')
  const { asking, ask, problem, clearProblem } = useAsking()
  const close = () => {
    setQuestion(undefined)
    setPassphrase('')
    clearProblem()
  }
  const signOut = async () => {
    const out = await ask('leave', account.signOut)
    if (out === undefined) return
    close()
    if (!out.value.told)
      showToast({
        text: 'Signed out here. The server could not be told: it lists this device until you remove it there.',
      })
  }
  const remove = async () => {
    const removed = await ask('leave', async () => {
      const out = await account.signOut()
      return out.ok ? eraseEverything(db) : out
    })
    if (removed === undefined) return
    // Drafts and what the screens remember of themselves.
    localStorage.clear()
    sessionStorage.clear()
    close()
  }
  const deleteAccount = async () => {
    if ((await ask('leave', () => account.deleteAccount(passphrase))) !== undefined) close()
  }
  const unsent = status.unsent > 0 && (
    <Banner tone="warning">
      {status.unsent} {status.unsent === 1 ? 'change is' : 'changes are'} not on the server yet.
    </Banner>
  )

  return (
    <Section title="Leave" problem={question === undefined ? problem : undefined}>
      <ul>
        <li className={styles['row']}>
          <div>
            <p>Sign out</p>
            <p className={styles['soft']}>Everything stays on this device, and stays on the server.</p>
          </div>
          <Button icon={<LogOut aria-hidden="true" />} onClick={() => setQuestion('sign-out')}>
            Sign out
          </Button>
        </li>
        <li className={styles['row']}>
          <div>
            <p>Remove my data from this device</p>
            <p className={styles['soft']}>Signs out and deletes what is in this browser. The server keeps its copy.</p>
          </div>
          <Button
            aria-label="Remove my data from this device"
            icon={<Trash2 aria-hidden="true" />}
            onClick={() => setQuestion('remove')}
          >
            Remove
          </Button>
        </li>
        <li className={styles['row']}>
          <div>
            <p>Delete the account</p>
            <p className={styles['soft']}>Deletes what is on the server. Every device keeps what it holds.</p>
          </div>
          <Button
            aria-label="Delete the account"
            icon={<Trash2 aria-hidden="true" />}
            onClick={() => setQuestion('delete')}
          >
            Delete
          </Button>
        </li>
      </ul>
      <ConfirmDialog
        open={question === 'sign-out'}
        title="Sign out?"
        confirmLabel="Sign out"
        tone="primary"
        busy={asking !== undefined}
        onConfirm={() => void signOut()}
        onCancel={close}
      >
        {problem !== undefined && <Banner tone="danger">{problem}</Banner>}
        {unsent}
        <p>Everything you have logged stays on this device. Sign in again whenever you like, and the two are merged.</p>
      </ConfirmDialog>
      <ConfirmDialog
        open={question === 'remove'}
        title="Remove your data from this device?"
        confirmLabel="Remove everything here"
        busy={asking !== undefined}
        onConfirm={() => void remove()}
        onCancel={close}
      >
        {problem !== undefined && <Banner tone="danger">{problem}</Banner>}
        {unsent}
        <p>
          All of it goes from this browser. What is backed up comes back when you sign in again, with your passphrase or
          recovery code.
        </p>
      </ConfirmDialog>
      <Sheet
        open={question === 'delete'}
        onClose={close}
        title="Delete the account?"
        role="alertdialog"
        footer={
          <>
            <Button onClick={close}>Cancel</Button>
            <Button tone="danger" busy={asking !== undefined} onClick={() => void deleteAccount()}>
              Delete the account
            </Button>
          </>
        }
      >
        <div className={styles['form']}>
          {problem !== undefined && <Banner tone="danger">{problem}</Banner>}
          <p>
            The server deletes everything it holds of you, at once and for good. Your devices keep what is on them and
            are not synchronised any more.
          </p>
          <PassphraseField
            value={passphrase}
            onValue={(text) => {
              setPassphrase(text)
              clearProblem()
            }}
          />
        </div>
      </Sheet>
    </Section>
  )
}
