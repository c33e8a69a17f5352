import type { Weekday } from '../../shared/calendar/civil-date.ts'
import { isTimeZone, LATEST_DAY_START } from '../../shared/calendar/day-clock.ts'
import { type Fields, isDeleted, type Json } from '../../shared/document/document.ts'
import type { MetricId, SourceId } from '../../shared/metric/metric.ts'
import { DEFAULT_UNITS, type UnitPreference } from '../../shared/metric/unit.ts'
import type { Edit } from './change.ts'
import { PROFILE } from './collections.ts'
import type { Database } from './database.ts'

/** How a person wants things shown and counted. */
export interface Profile {
  readonly units: UnitPreference
  /** `auto` follows the device. */
  readonly timeZone: 'auto' | string
  /** Minutes after midnight at which a day begins, 0-360. */
  readonly dayStart: number
  readonly weekStart: Weekday
  readonly theme: 'auto' | 'light' | 'dark'
  /** Which source wins where several have a value, best first. */
  readonly preferredSources: readonly SourceId[]
  readonly hiddenMetrics: readonly MetricId[]
}

export const DEFAULT_PROFILE: Profile = {
  units: DEFAULT_UNITS,
  timeZone: 'auto',
  dayStart: 0,
  weekStart: 1,
  theme: 'auto',
  preferredSources: [],
  hiddenMetrics: [],
}

/** The only profile's id: two devices that have never met must not make two. */
export const ME = 'me'

export async function readProfile(db: Database): Promise<Profile> {
  const document = await db.documents.get([PROFILE, ME])
  return document === undefined || isDeleted(document) ? DEFAULT_PROFILE : profileOf(document.fields)
}

const MASSES = ['kg', 'lb', 'st'] as const
const ENERGIES = ['kcal', 'kJ'] as const
const THEMES = ['auto', 'light', 'dark'] as const
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const

/** The profile in a document's fields; what is missing or impossible there is as by default. */
export function profileOf(fields: Fields): Profile {
  const usual = DEFAULT_PROFILE
  const { timeZone, dayStart } = fields
  return {
    units: {
      mass: oneOf(MASSES, fields['massUnit']) ?? usual.units.mass,
      energy: oneOf(ENERGIES, fields['energyUnit']) ?? usual.units.energy,
    },
    timeZone: typeof timeZone === 'string' && timeZone !== 'auto' && isTimeZone(timeZone) ? timeZone : usual.timeZone,
    dayStart:
      typeof dayStart === 'number' && Number.isInteger(dayStart) && dayStart >= 0 && dayStart <= LATEST_DAY_START
        ? dayStart
        : usual.dayStart,
    weekStart: oneOf(WEEKDAYS, fields['weekStart']) ?? usual.weekStart,
    theme: oneOf(THEMES, fields['theme']) ?? usual.theme,
    preferredSources: names(fields['preferredSources']).map((name) => name as SourceId),
    hiddenMetrics: names(fields['hiddenMetrics']).map((name) => name as MetricId),
  }
}

function oneOf<Value extends Json>(known: readonly Value[], value: Json | undefined): Value | undefined {
  return known.find((one) => one === value)
}

const names = (value: Json | undefined): string[] =>
  Array.isArray(value) ? value.filter((name: Json) => typeof name === 'string' && name !== '') : []

/** Changes the settings named; the units one by one, so two devices can each change one. */
export function profileEdit({ units, ...settings }: Partial<Profile>): Edit {
  const fields = {
    ...settings,
    ...(units === undefined ? {} : { massUnit: units.mass, energyUnit: units.energy }),
  }
  return { collection: PROFILE, id: ME, fields }
}

/** The zone to count days in: the person's choice, or the device's. */
export function timeZoneOf(profile: Pick<Profile, 'timeZone'>): string {
  return profile.timeZone === 'auto' ? Intl.DateTimeFormat().resolvedOptions().timeZone : profile.timeZone
}
