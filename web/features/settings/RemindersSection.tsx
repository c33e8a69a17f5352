import { CalendarPlus } from 'lucide-react'
import { Link } from 'wouter'
import { REMINDER_KINDS, type ReminderKind } from '../../../shared/push/protocol.ts'
import { isQuiet, timeOf } from '../../../shared/push/schedule.ts'
import { calendarFile, hasCalendarEvents } from '../../reminder/calendar-file.ts'
import { type ChoiceEdit, type ReminderChoice, remindersOf, USUAL_TIMES } from '../../reminder/reminder-choice.ts'
import { useDatabase, useProfile, useToday } from '../../store/react.tsx'
import { Button } from '../../ui/Button.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { Switch } from '../../ui/Switch.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { TextField } from '../../ui/TextField.tsx'
import { KIND_TEXTS, minutesOf, timeValue } from './reminder-text.ts'
import { SettingsSection } from './SettingsSection.tsx'
import { clockText, weekdayText } from './setting-text.ts'
import styles from './settings.module.css'
import { useReminders } from './use-reminders.ts'

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const

/** What this device reminds of, and when. */
export function RemindersSection() {
  const { choice, change, problem, isSignedIn, canBeWoken } = useReminders()
  const { quiet } = choice
  const setQuiet = (part: 'from' | 'until', time: string) => {
    const minutes = minutesOf(time)
    if (minutes !== undefined) change((kept) => ({ ...kept, quiet: { ...kept.quiet, [part]: minutes } }))
  }
  return (
    <SettingsSection id="reminders" title="Reminders" problem={problem}>
      <p className={styles['soft']}>
        The server wakes this device and says only which reminder it is. The device looks at its own data, and says
        something or nothing.
      </p>
      {!canBeWoken && (
        <p className={styles['soft']}>
          This browser cannot be woken here. On an iPhone, add OwnIt to the home screen first. The calendar file works
          anywhere.
        </p>
      )}
      {canBeWoken && !isSignedIn && (
        <p className={styles['soft']}>
          Being woken takes an account: <Link href="/sync">turn on sync</Link>. The calendar file works without one.
        </p>
      )}
      {REMINDER_KINDS.map((kind) => (
        <KindRow key={kind} kind={kind} choice={choice} change={change} />
      ))}
      <div className={styles['pair']}>
        <TextField
          label="Quiet from"
          type="time"
          value={timeValue(quiet.from)}
          onValue={(time) => setQuiet('from', time)}
        />
        <TextField
          label="Quiet until"
          type="time"
          value={timeValue(quiet.until)}
          onValue={(time) => setQuiet('until', time)}
        />
      </div>
      <CalendarButton choice={choice} />
    </SettingsSection>
  )
}

interface KindRowProps {
  readonly kind: ReminderKind
  readonly choice: ReminderChoice
  readonly change: (edit: ChoiceEdit) => void
}

function KindRow({ kind, choice, change }: KindRowProps) {
  const { label, hint } = KIND_TEXTS[kind]
  const at = choice.kinds[kind]
  const turn = (isOn: boolean) => {
    change((kept) => {
      const { [kind]: _, ...others } = kept.kinds
      return { ...kept, kinds: isOn ? { ...others, [kind]: USUAL_TIMES[kind] } : others }
    })
  }
  return (
    <div className={styles['form']}>
      <Switch label={label} hint={hint} checked={at !== undefined} onChecked={turn} />
      {at !== undefined && (
        <div className={styles['pair']}>
          <TextField
            label={`${label}: time`}
            type="time"
            value={timeValue(at)}
            hint={quietHint(kind, at, choice)}
            onValue={(time) => {
              const minutes = minutesOf(time)
              if (minutes !== undefined) change((kept) => ({ ...kept, kinds: { ...kept.kinds, [kind]: minutes } }))
            }}
          />
          {kind === 'weekly-report' && (
            <SelectField
              label={`${label}: day`}
              value={String(choice.weekday)}
              options={WEEKDAYS.map((day) => ({ value: String(day), label: weekdayText(day) }))}
              onValue={(day) => change((kept) => ({ ...kept, weekday: WEEKDAYS[Number(day) - 1] ?? 1 }))}
            />
          )}
        </div>
      )}
    </div>
  )
}

function quietHint(kind: ReminderKind, at: number, { quiet }: ReminderChoice): string | undefined {
  if (!isQuiet(at, quiet)) return undefined
  const moved = timeOf({ kind, at, weekday: null }, quiet)
  return moved === undefined
    ? 'That is in your quiet hours: it will not come.'
    : `That is in your quiet hours: it comes at ${clockText(moved.at)}.`
}

/** For calendars, which remind with no server, and whatever was logged. */
function CalendarButton({ choice }: { readonly choice: ReminderChoice }) {
  const { dayStart } = useProfile()
  const today = useToday()
  const { now } = useDatabase()
  const reminders = remindersOf(choice, dayStart)
  if (!hasCalendarEvents(reminders)) return null
  const save = () => {
    const text = calendarFile(reminders, { from: today, now: now(), origin: location.origin })
    saveFile('ownit-reminders.ics', new Blob([text], { type: 'text/calendar' }))
  }
  return (
    <div className={styles['actions']}>
      <Button onClick={save}>
        <CalendarPlus aria-hidden="true" />
        Save for my calendar
      </Button>
      <p className={styles['soft']}>A calendar reminds at these times whatever you have logged.</p>
    </div>
  )
}
