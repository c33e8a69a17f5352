import type { InputUnit, Layout } from './import-types.ts'

/** What a known export's column is, by its header's words. */
export type VendorRole =
  | { readonly kind: 'date' | 'ignore' | 'metric-name' | 'value' | 'unit' | 'start' }
  | { readonly kind: 'reading'; readonly metric: string; readonly unit: InputUnit; readonly part?: boolean }

/** A file known by its header. Columns are named by their words in lower case, without a unit in brackets. */
export interface Vendor {
  readonly format: string
  readonly source: string
  /** For a person. */
  readonly title: string
  /** Every one of these columns is there. */
  readonly needs: readonly string[]
  /** And the file's name matches, where the header alone tells too little. */
  readonly file?: RegExp
  readonly roles?: Readonly<Record<string, VendorRole>>
  readonly names?: Layout['metricNames']
  readonly rows?: { readonly column: string; readonly rule: 'only' | 'all-but'; readonly values: readonly string[] }
  readonly zeroIs?: 'missing'
  readonly nightsBy?: 'wake' | 'bedtime' | 'start'
  readonly ragged?: boolean
  /** What the person should know of how it is read. */
  readonly note?: string
}

const DATE = { kind: 'date' } as const
const IGNORE = { kind: 'ignore' } as const
const reading = (metric: string, unit: InputUnit, part = false): VendorRole =>
  part ? { kind: 'reading', metric, unit, part } : { kind: 'reading', metric, unit }

/** The first that fits is taken, so the narrower stands above the wider. */
export const VENDORS: readonly Vendor[] = [
  {
    format: 'google-fit-daily',
    source: 'google-fit',
    title: 'Google Fit, daily activity metrics',
    needs: ['date', 'step count', 'average speed'],
    roles: { calories: IGNORE },
    zeroIs: 'missing',
    note: 'Its calories are energy burned, so they are left out.',
  },
  {
    format: 'withings-weight',
    source: 'withings',
    title: 'Withings weight',
    needs: ['date', 'weight', 'fat mass', 'bone mass'],
  },
  {
    format: 'withings-sleep',
    source: 'withings',
    title: 'Withings sleep',
    needs: ['from', 'to', 'light', 'deep', 'rem', 'awake'],
    roles: {
      to: DATE,
      light: reading('sleep', 's', true),
      deep: reading('sleep', 's', true),
      rem: reading('sleep', 's', true),
    },
    zeroIs: 'missing',
    note: 'Light, deep and REM sleep are added up.',
  },
  {
    format: 'withings-steps',
    source: 'withings',
    title: 'Withings steps',
    needs: ['date', 'value'],
    file: /aggregates_steps/i,
    roles: { date: DATE, value: reading('steps', 'count') },
    zeroIs: 'missing',
  },
  {
    format: 'withings-other',
    source: 'withings',
    title: 'Withings',
    needs: ['date', 'value'],
    file: /aggregates_/i,
    roles: { date: DATE, value: IGNORE },
  },
  {
    format: 'whoop-sleeps',
    source: 'whoop',
    title: 'WHOOP sleeps',
    needs: ['wake onset', 'asleep duration', 'nap'],
    roles: { 'wake onset': DATE },
    rows: { column: 'nap', rule: 'all-but', values: ['true', 'True', 'TRUE'] },
    note: 'A night belongs to the day you woke up. Naps are left out, as in the cycles file.',
  },
  {
    format: 'whoop-cycles',
    source: 'whoop',
    title: 'WHOOP cycles',
    needs: ['cycle start time', 'wake onset', 'asleep duration'],
    roles: { 'wake onset': DATE },
    note: 'A night belongs to the day you woke up. Energy burned is left out.',
  },
  {
    format: 'fitbit-daily',
    source: 'fitbit',
    title: 'Fitbit days',
    needs: ['steps', 'calories bmr', 'calories out'],
    zeroIs: 'missing',
    note: 'Calories burned are left out; a day of 0 steps or 0 minutes asleep is one the tracker was not worn.',
  },
  {
    format: 'fitbit-activity',
    source: 'fitbit',
    title: 'Fitbit daily activity',
    needs: ['activity date', 'total steps', 'tracker distance'],
    roles: { calories: IGNORE },
    zeroIs: 'missing',
    note: 'Its calories are energy burned, so they are left out.',
  },
  {
    format: 'fitbit-steps',
    source: 'fitbit',
    title: 'Fitbit daily steps',
    needs: ['activity day', 'step total'],
    zeroIs: 'missing',
  },
  {
    format: 'fitbit-sleep',
    source: 'fitbit',
    title: 'Fitbit sleep',
    needs: ['sleep day', 'total minutes asleep'],
    zeroIs: 'missing',
  },
  { format: 'fitbit-weight', source: 'fitbit', title: 'Fitbit weight', needs: ['date', 'weight', 'is manual report'] },
  {
    format: 'fitbit-takeout-weight',
    source: 'fitbit',
    title: 'Fitbit weight, from an archive',
    needs: ['log id', 'weight', 'bmi', 'date'],
    roles: { weight: reading('weight', 'lb') },
    note: 'Fitbit archives hold weight in pounds whatever the account shows.',
  },
  {
    format: 'fitbit-google-steps',
    source: 'fitbit',
    title: 'Fitbit steps, from Google',
    needs: ['timestamp', 'steps', 'data source'],
    zeroIs: 'missing',
  },
  {
    format: 'fitbit-google-weight',
    source: 'fitbit',
    title: 'Fitbit weight, from Google',
    needs: ['timestamp', 'weight', 'data source'],
  },
  {
    format: 'fitbit-google-sleep',
    source: 'fitbit',
    title: 'Fitbit sleep, from Google',
    needs: ['sleep id', 'minutes asleep', 'sleep end'],
    roles: { 'sleep end': DATE },
    zeroIs: 'missing',
  },
  {
    format: 'fitbit-daily',
    source: 'fitbit',
    title: 'Fitbit days',
    needs: ['minutes asleep', 'lightly active minutes', 'steps'],
    roles: { calories: IGNORE },
    zeroIs: 'missing',
    note: 'Its calories are energy burned, so they are left out.',
  },
  {
    format: 'cronometer-daily',
    source: 'cronometer',
    title: 'Cronometer daily summary',
    needs: ['date', 'energy', 'protein', 'completed'],
    zeroIs: 'missing',
    note: 'A day without any energy is one that was not logged.',
  },
  {
    format: 'cronometer-servings',
    source: 'cronometer',
    title: 'Cronometer servings',
    needs: ['day', 'food name', 'energy'],
  },
  {
    format: 'cronometer-biometrics',
    source: 'cronometer',
    title: 'Cronometer biometrics',
    needs: ['day', 'metric', 'unit', 'amount'],
  },
  {
    format: 'daylio',
    source: 'daylio',
    title: 'Daylio',
    needs: ['full date', 'weekday', 'mood'],
    roles: { 'full date': DATE, date: IGNORE, mood: reading('mood', 'labels') },
    note: 'Moods count from rad = 5 to awful = 1; several in a day give their mean.',
  },
  {
    format: 'myfitnesspal',
    source: 'myfitnesspal',
    title: 'MyFitnessPal nutrition',
    needs: ['date', 'meal', 'calories'],
    note: 'The meals of a day are added up.',
  },
  {
    format: 'samsung-steps',
    source: 'samsung-health',
    title: 'Samsung Health daily steps',
    needs: ['day time', 'count', 'source type'],
    roles: { 'day time': DATE, count: reading('steps', 'count') },
    rows: { column: 'source type', rule: 'only', values: ['-2'] },
    zeroIs: 'missing',
    note: 'Only the rows in which Samsung Health has put all its sources together are read.',
  },
  {
    format: 'samsung-sleep',
    source: 'samsung-health',
    title: 'Samsung Health sleep',
    needs: ['com samsung health sleep start time', 'sleep duration'],
    roles: {
      'com samsung health sleep start time': DATE,
      'com samsung health sleep end time': IGNORE,
      'sleep duration': reading('sleep', 'min'),
    },
    nightsBy: 'start',
    zeroIs: 'missing',
    note: 'A night belongs to the day it ended: its start and its length.',
  },
  {
    format: 'garmin-daily',
    source: 'garmin',
    title: 'Garmin days',
    needs: ['total steps', 'resting heart rate'],
    zeroIs: 'missing',
  },
  {
    format: 'garmin-activities',
    source: 'garmin',
    title: 'Garmin activities',
    needs: ['activity type', 'date', 'avg hr'],
    roles: { calories: IGNORE, steps: IGNORE },
  },
  {
    format: 'oura-activity',
    source: 'oura',
    title: 'Oura activity',
    needs: ['day', 'steps', 'equivalent walking distance'],
    zeroIs: 'missing',
  },
  {
    format: 'oura-sleep',
    source: 'oura',
    title: 'Oura sleep',
    needs: ['bedtime end', 'total sleep duration', 'day'],
    roles: { day: DATE, 'total sleep duration': reading('sleep', 's') },
    rows: { column: 'type', rule: 'only', values: ['long_sleep'] },
    note: 'Only main nights are read; naps are left out.',
  },
  {
    format: 'oura-trends',
    source: 'oura',
    title: 'Oura trends',
    needs: ['date', 'total sleep duration', 'total burn'],
    zeroIs: 'missing',
  },
  {
    format: 'apple-health-records',
    source: 'apple-health',
    title: 'Apple Health records',
    needs: ['source name', 'type', 'start date', 'end date', 'value'],
    roles: {
      type: { kind: 'metric-name' },
      unit: { kind: 'unit' },
      'start date': { kind: 'start' },
      'end date': DATE,
      'creation date': IGNORE,
      value: { kind: 'value' },
    },
    zeroIs: 'missing',
  },
  {
    format: 'apple-health-sleep-nights',
    source: 'apple-health',
    title: 'Apple Health sleep',
    needs: ['in bed start', 'in bed finish', 'minutes asleep'],
    roles: { 'in bed finish': DATE },
    zeroIs: 'missing',
    ragged: true,
  },
  {
    format: 'apple-health-export',
    source: 'apple-health',
    title: 'Apple Health, exported table',
    needs: ['date', 'sleep analysis asleep'],
    zeroIs: 'missing',
  },
  {
    format: 'apple-health-export',
    source: 'apple-health',
    title: 'Apple Health, exported table',
    needs: ['start', 'finish', 'weight'],
    zeroIs: 'missing',
  },
  {
    format: 'sleep-cycle',
    source: 'sleep-cycle',
    title: 'Sleep Cycle',
    needs: ['start', 'end', 'sleep quality', 'time asleep'],
    roles: { end: DATE },
    zeroIs: 'missing',
  },
  {
    format: 'sleep-as-android',
    source: 'sleep-as-android',
    title: 'Sleep as Android',
    needs: ['id', 'tz', 'from', 'to', 'hours'],
    roles: { to: DATE, hours: reading('sleep', 'h') },
    zeroIs: 'missing',
    ragged: true,
  },
  {
    format: 'zepp-sleep',
    source: 'zepp',
    title: 'Zepp Life sleep',
    needs: ['date', 'deep sleep time', 'shallow sleep time'],
    roles: {
      'deep sleep time': reading('sleep', 'min', true),
      'shallow sleep time': reading('sleep', 'min', true),
      'rem time': reading('sleep', 'min', true),
    },
    zeroIs: 'missing',
    note: 'Light, deep and REM sleep are added up.',
  },
  {
    format: 'openscale',
    source: 'openscale',
    title: 'openScale',
    needs: ['date time', 'weight', 'visceral fat', 'lbm'],
    roles: { calories: IGNORE },
    zeroIs: 'missing',
  },
  {
    format: 'strava-activities',
    source: 'strava',
    title: 'Strava activities',
    needs: ['activity id', 'activity date'],
    roles: { calories: IGNORE },
  },
]
