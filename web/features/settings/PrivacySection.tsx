import { Link } from 'wouter'
import { CoachConsent } from './CoachConsent.tsx'
import { SettingsSection } from './SettingsSection.tsx'
import styles from './settings.module.css'

/** What leaves the device. */
export function PrivacySection() {
  return (
    <SettingsSection id="privacy" title="Privacy">
      <p>
        <strong>What leaves this device: nothing, unless you turn on sync.</strong>
      </p>
      <p className={styles['soft']}>
        What you log, import and write stays in this browser and is computed in it. OwnIt loads its own files from the
        address you opened it at, and looks there for a new version; it sends nothing along, and asks no other server
        for anything. The browser is told to refuse connections to any other address, so this holds even for a mistake
        of ours.
      </p>
      <p className={styles['soft']}>
        <Link href="/sync">Sync</Link> keeps your devices alike through that same server. Every entry is sealed on this
        device first, with a key that the server never has: it sees how many there are, their sizes, and when they
        change, and nothing of what they say.
      </p>
      <p className={styles['soft']}>
        On the leaderboards of <Link href="/community">Community</Link> stands a handle and the scores that you have
        seen and agreed to, and nothing before that. You can leave at any time, and then they are deleted.
      </p>
      <CoachConsent />
      <p className={styles['soft']}>Files leave only when you save them: backups and exports.</p>
    </SettingsSection>
  )
}
