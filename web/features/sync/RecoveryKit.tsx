import { Printer } from 'lucide-react'
import { type SyntheticEvent, useMemo, useState } from 'react'
import type { CivilDate } from '../../../shared/calendar/civil-date.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { dayText } from '../../ui/date-text.ts'
import { TextField } from '../../ui/TextField.tsx'
import kit from './kit.module.css'
import { groupPlace, isGroupOf } from './recovery-check.ts'
import styles from './sync.module.css'

export interface RecoveryKitProps {
  readonly email: string
  readonly code: string
  readonly madeOn: CivilDate
  /** In [0, 1): which group is asked back. */
  readonly random: () => number
  readonly onChecked: () => void
  /** Leaves without the check; the screen goes on to ask for it. */
  readonly onLater: () => void
}

/** [V1] The recovery code, shown this once: to be printed or written down, and typed back in part. */
export function RecoveryKit({ email, code, madeOn, random, onChecked, onLater }: RecoveryKitProps) {
  const groups = useMemo(() => code.split('-'), [code])
  const [asked] = useState(() => Math.min(groups.length - 2, Math.floor(random() * (groups.length - 1))))
  const [typed, setTyped] = useState('')
  const [isWrong, setWrong] = useState(false)

  const check = (event: SyntheticEvent) => {
    event.preventDefault()
    if (isGroupOf(groups[asked] ?? '', typed)) onChecked()
    else setWrong(true)
  }

  return (
    <div className={`${styles['column']} ${styles['narrow']}`}>
      <Card title="Your recovery kit">
        <div className={styles['section']}>
          <p className={`${styles['soft']} ${kit['screen']}`}>
            This code opens your data when the passphrase is forgotten or every device is lost. It is shown this once:
            print this page or write it down, and keep it where you keep important papers.
          </p>
          <div className={kit['kit']}>
            <h2 className={kit['paper']}>OwnIt recovery kit</h2>
            <dl className={kit['facts']}>
              <div>
                <dt>Server</dt>
                <dd>{location.origin}</dd>
              </div>
              <div>
                <dt>Account</dt>
                <dd>{email}</dd>
              </div>
              <div>
                <dt>Made on</dt>
                <dd>{dayText(madeOn)}</dd>
              </div>
              <div>
                <dt>Recovery code</dt>
                <dd className={styles['code']} data-testid="recovery-code">
                  {groups.join(' ')}
                </dd>
              </div>
            </dl>
            <p className={kit['paper']}>
              To use it: open the address above, choose Sync, then “Recover”, and type the code. Whoever has this code
              can read the data, so keep it from others. A newer kit makes this one worthless.
            </p>
          </div>
          <div className={`${styles['actions']} ${kit['screen']}`}>
            <Button icon={<Printer aria-hidden="true" />} onClick={() => window.print()}>
              Print it
            </Button>
          </div>
        </div>
      </Card>
      <Card title="Check what you wrote down">
        <form className={styles['form']} noValidate onSubmit={check}>
          <p className={styles['soft']}>
            Look at your paper, not at the screen: a code that was copied wrong is found now, when it can still be
            replaced.
          </p>
          <TextField
            label={`Type the ${groupPlace(asked)} group of the code`}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            value={typed}
            error={
              isWrong ? 'That is not what the code says. Look again at the paper and at the code above.' : undefined
            }
            onValue={(text) => {
              setTyped(text)
              setWrong(false)
            }}
          />
          <div className={styles['actions']}>
            <Button type="submit" tone="primary">
              Check
            </Button>
            <Button onClick={onLater}>Later</Button>
          </div>
          <Banner tone="warning">Until this is done, the code does not count as kept, and OwnIt keeps asking.</Banner>
        </form>
      </Card>
    </div>
  )
}
