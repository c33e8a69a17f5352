import type { Weekday } from '../../../shared/calendar/civil-date.ts'
import { CALORIES, WEIGHT } from '../../../shared/metric/catalogue.ts'
import { showValue } from '../../../shared/metric/unit.ts'
import { Segmented } from '../../ui/Segmented.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { SettingsSection } from './SettingsSection.tsx'
import { weekdayText } from './setting-text.ts'
import styles from './settings.module.css'
import { useSettings } from './use-settings.ts'

const MASSES = [
  { value: 'kg', label: 'kg', spoken: 'kilograms' },
  { value: 'lb', label: 'lb', spoken: 'pounds' },
  { value: 'st', label: 'st lb', spoken: 'stones and pounds' },
] as const
const ENERGIES = [
  { value: 'kcal', label: 'kcal', spoken: 'kilocalories' },
  { value: 'kJ', label: 'kJ', spoken: 'kilojoules' },
] as const
const THEMES = [
  { value: 'auto', label: 'Auto', spoken: 'as the device' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const
const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]

/** How values are written, how weeks are drawn, light or dark. What is stored never changes with it. */
export function UnitsSection() {
  const { settings, change, problem } = useSettings()
  const { units, weekStart, theme } = settings
  const example = `${showValue(WEIGHT, 74.6, units).text} and ${showValue(CALORIES, 2100, units).text}`
  return (
    <SettingsSection id="units" title="Display" problem={problem}>
      <Segmented
        label="Weight"
        showLabel
        options={MASSES}
        value={units.mass}
        onValue={(mass) => change({ units: { ...units, mass } }, `Weight is shown in ${mass}`)}
      />
      <Segmented
        label="Energy"
        showLabel
        options={ENERGIES}
        value={units.energy}
        onValue={(energy) => change({ units: { ...units, energy } }, `Energy is shown in ${energy}`)}
      />
      <p className={styles['soft']}>As in {example}. What is stored stays as it is.</p>
      <Segmented
        label="Appearance"
        showLabel
        options={THEMES}
        value={theme}
        onValue={(next) => change({ theme: next }, 'Appearance changed')}
      />
      <SelectField
        label="A week begins on"
        value={String(weekStart)}
        options={WEEKDAYS.map((weekday) => ({ value: String(weekday), label: weekdayText(weekday) }))}
        onValue={(chosen) => {
          const weekday = WEEKDAYS.find((known) => String(known) === chosen)
          if (weekday !== undefined) change({ weekStart: weekday }, `A week begins on ${weekdayText(weekday)}`)
        }}
      />
    </SettingsSection>
  )
}
