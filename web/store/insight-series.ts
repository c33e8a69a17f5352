import { addDays, type CivilDate, daysBetween, parseCivilDate } from '../../shared/calendar/civil-date.ts'
import type { Metric } from '../../shared/metric/metric.ts'
import { DAY, METRICS, MOODS, PAUSES, PROFILE } from './collections.ts'
import type { Database } from './database.ts'
import { type DailySeries, firstLoggedDate, valueOfDay } from './day-values.ts'
import { readDays } from './days.ts'
import { readMetrics } from './metrics.ts'
import { readMoods } from './moods.ts'
import { type Profile, readProfile } from './profile.ts'
import type { Written } from './watch-documents.ts'

/** Days that are looked back at most: what is older says nothing of today, and a date typed wrong must not cost centuries. */
export const LONGEST_DAYS = 40 * 365
/** Read in one transaction: a person who types meanwhile waits for no more than this. */
const DAYS_AT_ONCE = 365
/** From this many touched days on, everything is read again. */
const MANY = 60

/**
 * Every metric's days, held in memory and brought up to date by reading what was touched: ten years are read once and an
 * edit costs one row. Metrics that the person has hidden or archived are not in it.
 */
export class HeldSeries {
  readonly #db: Database
  #settings: Settings | undefined
  #from: CivilDate | undefined
  #to: CivilDate | undefined
  #series: readonly DailySeries[] = []
  readonly #moodDates = new Map<string, CivilDate>()
  #touched: Set<CivilDate> | 'many' = 'many'
  readonly #touchedMoods = new Set<string>()
  #settingsTouched = true
  #turn: Promise<unknown> = Promise.resolve()

  constructor(db: Database) {
    this.#db = db
  }

  /** Notes what was written. Answers whether any of it can change the series, the settings or the pauses. */
  touch(written: Written): boolean {
    if (written === 'many') {
      this.#touched = 'many'
      this.#settingsTouched = true
      return true
    }
    let matters = false
    for (const [collection, id] of written) {
      matters ||= MATTERS.has(collection)
      if (collection === METRICS || collection === PROFILE) this.#settingsTouched = true
      else if (collection === MOODS) this.#touchedMoods.add(id)
      else if (collection === DAY) this.#touchDay(parseCivilDate(id))
    }
    return matters
  }

  /** Whether nothing was written but values of the last day that was read, which is not over: screens of the past can wait. */
  isLastDay(written: Written): boolean {
    return written !== 'many' && written.every(([collection, id]) => collection === DAY && id === this.#to)
  }

  /**
   * The settings, and the series from the first logged day to the person's today, one a metric that has days, as of the
   * last `touch`. A series whose values are the same is the same object, and what was handed out never changes. `todayOf`
   * says what day it is.
   */
  read(todayOf: (profile: Profile) => CivilDate): Promise<Held> {
    const read = this.#turn.then(() => this.#bringUpToDate(todayOf))
    this.#turn = read.catch(() => {
      // Half of it may have been read; whoever asked hears of the failure.
      this.touch('many')
    })
    return read
  }

  async #bringUpToDate(todayOf: (profile: Profile) => CivilDate): Promise<Held> {
    const settings = await this.#readSettings()
    const today = todayOf(settings.profile)
    await this.#findMoved()
    const touched = this.#touched
    this.#touched = new Set()
    if (touched === 'many' || touched.size > MANY || today !== this.#to || this.#isBefore(touched))
      await this.#readAll(settings, today)
    else for (const day of touched) if (day <= today) await this.#readSpan(settings, day, day)
    const series = this.#series.filter(({ values }) => values.some((value) => !Number.isNaN(value)))
    return { ...settings, today, series }
  }

  async #readSettings(): Promise<Settings> {
    if (this.#settings !== undefined && !this.#settingsTouched) return this.#settings
    this.#settingsTouched = false
    const [profile, metrics] = await Promise.all([readProfile(this.#db), readMetrics(this.#db)])
    const settings = { profile, metrics: metrics.filter(({ id }) => !profile.hiddenMetrics.includes(id)) }
    if (this.#settings === undefined || !sameValues(this.#settings, settings)) this.#touched = 'many'
    this.#settings = settings
    return settings
  }

  #touchDay(day: CivilDate | undefined): void {
    if (day !== undefined && this.#touched !== 'many') this.#touched.add(day)
  }

  #isBefore(days: ReadonlySet<CivilDate>): boolean {
    const from = this.#from
    return from === undefined || [...days].some((day) => day < from)
  }

  // An entry may have moved to another day or gone, so the day it was on and the day it is on are both read.
  async #findMoved(): Promise<void> {
    const ids = [...this.#touchedMoods]
    this.#touchedMoods.clear()
    if (this.#touched === 'many') return
    const documents = await this.#db.documents.bulkGet(ids.map((id) => [MOODS, id]))
    for (const [index, id] of ids.entries()) {
      const now = documents[index]?.fields['date']
      this.#touchDay(this.#moodDates.get(id))
      if (typeof now === 'string') this.#touchDay(parseCivilDate(now))
    }
  }

  async #readAll(settings: Settings, today: CivilDate): Promise<void> {
    const earliest = addDays(today, -LONGEST_DAYS)
    const first = await firstLoggedDate(this.#db)
    const from = first === undefined || first > today ? today : first < earliest ? earliest : first
    const length = daysBetween(from, today) + 1
    this.#from = from
    this.#to = today
    this.#moodDates.clear()
    this.#series = settings.metrics.map(({ id }) => ({
      metric: id,
      start: from,
      values: new Float64Array(length).fill(Number.NaN),
    }))
    for (let start = from; start <= today; start = addDays(start, DAYS_AT_ONCE)) {
      const end = addDays(start, DAYS_AT_ONCE - 1)
      await this.#readSpan(settings, start, end < today ? end : today)
    }
  }

  async #readSpan({ metrics, profile }: Settings, from: CivilDate, to: CivilDate): Promise<void> {
    const start = this.#from
    if (start === undefined) return
    const [days, moods] = await this.#db.transaction('r', this.#db.documents, () =>
      Promise.all([readDays(this.#db, from, to), readMoods(this.#db, from, to)]),
    )
    const journal = Map.groupBy(moods, ({ date }) => date)
    for (const { id, date } of moods) this.#moodDates.set(id, date)
    const fieldsOf = new Map(days.map(({ date, fields }) => [date, fields]))
    const dates = [...new Set([...fieldsOf.keys(), ...journal.keys()])]
    const first = daysBetween(start, from)
    const length = daysBetween(from, to) + 1
    this.#series = this.#series.map((series, at) => {
      const span = new Float64Array(length).fill(Number.NaN)
      const metric = metrics[at]
      if (metric === undefined) return series
      for (const date of dates) {
        const value = valueOfDay(metric, fieldsOf.get(date) ?? {}, journal.get(date), profile.preferredSources)
        if (value !== undefined) span[daysBetween(from, date)] = value.value
      }
      return withSpan(series, first, span)
    })
  }
}

/** What decides which values count. Without the metrics that the person has hidden. */
export interface Settings {
  readonly profile: Profile
  readonly metrics: readonly Metric[]
}

export interface Held extends Settings {
  readonly today: CivilDate
  readonly series: readonly DailySeries[]
}

const MATTERS = new Set([DAY, MOODS, METRICS, PROFILE, PAUSES])

/** The series with other values from index `first` on; the same object where they are no others. */
function withSpan(series: DailySeries, first: number, span: Float64Array): DailySeries {
  if (span.every((value, index) => Object.is(value, series.values[first + index]))) return series
  const values = series.values.slice()
  values.set(span, first)
  return { ...series, values }
}

// The theme, say, changes no value: not worth reading ten years again.
function sameValues(before: Settings, now: Settings): boolean {
  return (
    JSON.stringify(before.profile.preferredSources) === JSON.stringify(now.profile.preferredSources) &&
    JSON.stringify(before.metrics) === JSON.stringify(now.metrics)
  )
}
