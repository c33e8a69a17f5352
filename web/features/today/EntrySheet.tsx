import type { CivilDate } from '../../../shared/calendar/civil-date.ts'
import { useIdle } from '../../ui/use-idle.ts'
import type { DaySnapshot } from './day-snapshot.ts'
import type { useEntry } from './use-entry.ts'
import { useValueSheet } from './use-value-sheet.ts'

interface Props {
  readonly entry: ReturnType<typeof useEntry>
  readonly today: CivilDate
  readonly snapshot: DaySnapshot | undefined
  /** The screen stands: its code may be fetched, once there is nothing else to do. */
  readonly isReady: boolean
}

/** The sheet of the value that is being entered, if any is. */
export function EntrySheet({ entry, today, snapshot, isReady }: Props) {
  const isIdle = useIdle(isReady)
  const { opened } = entry
  const ValueSheet = useValueSheet(isIdle, opened !== undefined)
  if (ValueSheet === undefined || opened === undefined || snapshot === undefined) return null
  return (
    <ValueSheet
      metric={opened.metric}
      date={opened.date}
      today={today}
      snapshot={snapshot}
      opening={opened.id}
      nextName={entry.next?.name}
      onNext={entry.goNext}
      onClose={entry.close}
    />
  )
}
