import { HardDriveDownload } from 'lucide-react'
import { daysBetween } from '../../../shared/calendar/civil-date.ts'
import { dayAt } from '../../../shared/calendar/day-clock.ts'
import { backupFileName, lastBackupAt, makeBackup } from '../../store/backup.ts'
import { timeZoneOf } from '../../store/profile.ts'
import { useDatabase, useLive, useProfile, useToday } from '../../store/react.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { SettingsSection } from './SettingsSection.tsx'
import { agoText, instantText } from './setting-text.ts'
import styles from './settings.module.css'
import { useMaking } from './use-making.ts'

const OLD_AFTER_DAYS = 30

/** A copy of everything, as a file. */
export function BackupSection() {
  const db = useDatabase()
  const today = useToday()
  const profile = useProfile()
  const zone = timeZoneOf(profile)
  const { making, make, problem } = useMaking()
  const { value } = useLive(
    async () => ({ at: await lastBackupAt(db), hasEntries: (await db.loggedMonths.limit(1).count()) > 0 }),
    [db],
  )
  const at = value?.at
  const day = at === undefined ? undefined : dayAt(at, { timeZone: zone, dayStart: profile.dayStart })
  const isOld = day !== undefined && daysBetween(day, today) > OLD_AFTER_DAYS
  return (
    <SettingsSection id="backup" title="Backup" problem={problem}>
      {isOld && (
        <Banner tone="warning">
          Your last backup is from {agoText(day, today)}. What came after it exists only in this browser.
        </Banner>
      )}
      {value !== undefined && at === undefined && value.hasEntries && (
        <Banner tone="warning">There is no backup yet. What you have logged exists only in this browser.</Banner>
      )}
      <p className={styles['soft']}>
        One file with everything you own: days, journal, pauses, metrics, settings. Keep it outside this browser; it can
        be restored here or on another device.
      </p>
      <div className={styles['actions']}>
        <Button
          tone="primary"
          icon={<HardDriveDownload aria-hidden="true" />}
          busy={making !== undefined}
          onClick={() => void make('backup', async () => saveFile(backupFileName(today), await makeBackup(db)))}
        >
          Save a backup
        </Button>
      </div>
      <p className={`${styles['soft']} ${styles['status']}`} role="status">
        {at !== undefined && day !== undefined && `Last backup: ${agoText(day, today)} (${instantText(at, zone)}).`}
      </p>
    </SettingsSection>
  )
}
