import { ArchiveRestore, Compass, FileUp, HardDrive, Hourglass, PenLine, Save } from 'lucide-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { type FirstChoice, rememberFirstChoice } from '../../store/first-start.ts'
import { useDatabase, useToday } from '../../store/react.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { Offer } from './Offer.tsx'
import styles from './WelcomePage.module.css'

/** The first screen: what this is, four ways to begin, and what to know. No account, no questions. */
export default function WelcomePage() {
  const db = useDatabase()
  const today = useToday()
  const [, navigate] = useLocation()
  const [busy, setBusy] = useState<FirstChoice>()
  const [trouble, setTrouble] = useState<string>()

  const go = async (choice: FirstChoice, to: string) => {
    if (busy !== undefined) return
    setBusy(choice)
    // A choice that cannot be remembered must not keep anybody out: the way on is the same.
    const remembered = await rememberFirstChoice(db, choice)
    if (!remembered.ok) console.warn(remembered.failure.message)
    navigate(to, { replace: to === '/' || to.startsWith('/?') })
  }

  const lookAround = async () => {
    if (busy !== undefined) return
    setBusy('sample')
    setTrouble(undefined)
    try {
      const { addSampleData } = await import('../../store/sample-data.ts')
      const added = await addSampleData(db, today)
      if (!added.ok) {
        setTrouble(added.failure.message)
        setBusy(undefined)
        return
      }
    } catch (error) {
      setTrouble(`The sample data could not be loaded. ${error instanceof Error ? error.message : ''}`)
      setBusy(undefined)
      return
    }
    setBusy(undefined)
    await go('sample', '/')
  }

  return (
    <div className={styles['page']}>
      <header className={styles['head']}>
        <p className={styles['brand']}>OwnIt</p>
        <h1 tabIndex={-1}>Your health, in your own hands</h1>
        <p className={styles['lead']}>
          Log a few numbers a day, or bring years of them in a file, and see what moves and what holds. Everything is
          kept and computed in this browser: no account needed, and nobody else reads it.
        </p>
      </header>
      {trouble !== undefined && <Banner tone="danger">{trouble}</Banner>}
      <ul className={styles['offers']}>
        <li className={styles['first']}>
          <Offer
            icon={<PenLine aria-hidden="true" />}
            title="Log today"
            primary
            onPress={() => void go('log', '/?log=first')}
          >
            One number is enough to begin.
          </Offer>
        </li>
        <li>
          <Offer
            icon={<FileUp aria-hidden="true" />}
            title="Import a file"
            onPress={() => void go('import', '/import')}
          >
            A CSV from another app or your own table. You see what would change first, and one tap takes it back.
          </Offer>
        </li>
        <li>
          <Offer
            icon={<Compass aria-hidden="true" />}
            title={busy === 'sample' ? 'Adding sample data' : 'Look around with sample data'}
            busy={busy === 'sample'}
            onPress={() => void lookAround()}
          >
            About 400 made-up days, marked as such. One tap removes them.
          </Offer>
        </li>
        <li>
          <Offer
            icon={<ArchiveRestore aria-hidden="true" />}
            title="Bring my data from another device"
            onPress={() => void go('restore', '/sync')}
          >
            Sign in to your account, or take over a backup file. What is here and what comes is merged, nothing is
            overwritten.
          </Offer>
        </li>
      </ul>
      <section className={styles['facts']} aria-label="Good to know">
        <ul>
          <li>
            <HardDrive aria-hidden="true" size={20} />
            <p>
              <b>It lives in this browser.</b> Clearing this site's data clears it too. Sync, if you turn it on, keeps a
              sealed copy for your other devices that no server can read.
            </p>
          </li>
          <li>
            <Save aria-hidden="true" size={20} />
            <p>
              <b>A backup file is your copy.</b> Settings makes one whenever you like, and shows how old the last one
              is.
            </p>
          </li>
          <li>
            <Hourglass aria-hidden="true" size={20} />
            <p>
              <b>Some things need time.</b> A streak starts today. Patterns need about 30 days, a year beside the last
              one needs both.
            </p>
          </li>
        </ul>
      </section>
    </div>
  )
}
