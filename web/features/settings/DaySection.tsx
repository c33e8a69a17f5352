import { useMemo } from 'react'
import { LATEST_DAY_START } from '../../../shared/calendar/day-clock.ts'
import { timeZoneOf } from '../../store/profile.ts'
import { useToday } from '../../store/react.tsx'
import { dayText } from '../../ui/date-text.ts'
import { SelectField } from '../../ui/SelectField.tsx'
import { SettingsSection } from './SettingsSection.tsx'
import { clockText, dayStartExample } from './setting-text.ts'
import styles from './settings.module.css'
import { useSettings } from './use-settings.ts'

const STEP = 30
const AUTO = 'auto'

/** When a person's day begins, and where: what "today" means on every screen. */
export function DaySection() {
  const today = useToday()
  const { settings, change, problem } = useSettings()
  const { dayStart, timeZone } = settings
  const zones = useMemo(() => zonesWith(timeZone), [timeZone])
  const device = timeZoneOf({ timeZone: AUTO })
  return (
    <SettingsSection id="day" title="Your day" problem={problem}>
      <SelectField
        label="My day begins at"
        hint={dayStartExample(dayStart)}
        value={String(dayStart)}
        options={startsWith(dayStart).map((minutes) => ({ value: String(minutes), label: clockText(minutes) }))}
        onValue={(chosen) => change({ dayStart: Number(chosen) }, `Your day begins at ${clockText(Number(chosen))}`)}
      />
      <SelectField
        label="Time zone"
        hint={timeZone === AUTO ? 'Moves with you when you travel.' : 'Stays when you travel.'}
        value={timeZone}
        options={[
          { value: AUTO, label: `As the device (${zoneText(device)})` },
          ...zones.map((zone) => ({ value: zone, label: zoneText(zone) })),
        ]}
        onValue={(zone) =>
          change(
            { timeZone: zone },
            zone === AUTO ? 'The time zone follows the device' : `Time zone set to ${zoneText(zone)}`,
          )
        }
      />
      <p className={styles['soft']}>
        For you it is now <strong>{dayText(today)}</strong>. Days you have logged keep their date, whatever you choose
        here.
      </p>
    </SettingsSection>
  )
}

const zoneText = (zone: string) => zone.replaceAll('_', ' ')

// A day start or a zone that another device chose is in the list, even when this browser would not offer it.
function startsWith(dayStart: number): number[] {
  const starts = Array.from({ length: LATEST_DAY_START / STEP + 1 }, (_, index) => index * STEP)
  return starts.includes(dayStart) ? starts : [...starts, dayStart].sort((a, b) => a - b)
}

function zonesWith(chosen: string): string[] {
  const zones = Intl.supportedValuesOf('timeZone')
  const missing = ['UTC', chosen].filter((zone) => zone !== AUTO && !zones.includes(zone))
  return [...zones, ...new Set(missing)]
}
