import { SettingsSection } from './SettingsSection.tsx'
import styles from './settings.module.css'

/** What leaves the device. */
export function PrivacySection() {
  return (
    <SettingsSection id="privacy" title="Privacy">
      <p>
        <strong>What leaves this device: nothing.</strong>
      </p>
      <p className={styles['soft']}>
        What you log, import and write stays in this browser and is computed in it. OwnIt loads its own files from the
        address you opened it at, and looks there for a new version; it sends nothing along, has no account, and asks no
        other server for anything. The browser is told to refuse connections to any other address, so this holds even
        for a mistake of ours.
      </p>
      <p className={styles['soft']}>Files leave only when you save them: backups and exports.</p>
    </SettingsSection>
  )
}
