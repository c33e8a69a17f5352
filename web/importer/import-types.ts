import type { CivilDate } from '../../shared/calendar/civil-date.ts'
import type { MetricId, SourceId } from '../../shared/metric/metric.ts'

/** The value of one metric on one day, as one source has it: its rows already aggregated by the metric's rule. */
export interface DayReading {
  readonly date: CivilDate
  readonly metric: MetricId
  /** In the metric's stored unit, within its bounds. */
  readonly value: number
  /** How many rows of the file went into it, at least 1. */
  readonly rows: number
}

/** A cell (or, without a column, a row) that was not imported, and why. */
export interface Refused {
  /** The line number a spreadsheet shows: the header of an ordinary file is row 1. */
  readonly row: number
  /** The header's name, or `column 3` where there is none. */
  readonly column?: string
  /** The cell as the file has it, cut to 80 characters. */
  readonly cell?: string
  /** One sentence for a person: what is wrong and, where it helps, what is possible. */
  readonly reason: string
}

export type DateOrder = 'ymd' | 'dmy' | 'mdy'
export type DecimalMark = '.' | ','
export type ThousandsMark = '' | ',' | '.' | ' ' | "'"

/** The marks of one column's numbers, where they differ from the file's. */
export interface NumberMarks {
  readonly decimal: DecimalMark
  readonly thousands: ThousandsMark
}

/** What the figures of a column, or of a long file's metric name, are. */
export interface ReadingRole {
  readonly metric: MetricId
  readonly unit: InputUnit
  readonly marks?: NumberMarks
  /** One of several columns that add up to the row's value, such as light, deep and REM sleep. */
  readonly part?: boolean
}

/**
 * What a column means. Exactly one is `date`; a long file also has one `metric-name` and one `value`. `unit` holds the
 * unit of the row's value; `start` the moment an interval began, whose end is the `date` (Apple's sleep records).
 */
export type ColumnRole =
  | { readonly kind: 'date' }
  | { readonly kind: 'ignore' }
  | { readonly kind: 'metric-name' }
  | { readonly kind: 'value' }
  | { readonly kind: 'unit' }
  | { readonly kind: 'start' }
  | ({ readonly kind: 'reading' } & ReadingRole)

/** Which rows are read, by the text of one column (trimmed): one person of several, a combined source, no naps. */
export interface RowFilter {
  readonly column: number
  readonly rule: 'only' | 'all-but'
  readonly values: readonly string[]
}

/**
 * The unit a file's values are in; converted to the metric's own on the way in. `labels` are mood words, `rating-10` is
 * a scale of 1 to 10 and `rating-100` of 0 to 100, `asleep` an interval counted when its value says asleep.
 */
export type InputUnit =
  | 'kg'
  | 'lb'
  | 'st'
  | 'g'
  | 'count'
  | 'h'
  | 'min'
  | 's'
  | 'ms'
  | 'h:mm'
  | 'kcal'
  | 'kJ'
  | 'cal'
  | 'mg'
  | 'rating'
  | 'rating-10'
  | 'rating-100'
  | 'labels'
  | 'asleep'
  | 'own'

/** Everything that decides how a file is read: guessed by `inspectCsv`, changeable by the person, obeyed by `readCsv`. */
export interface Layout {
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'
  readonly delimiter: ',' | ';' | '\t' | '|'
  readonly quote: '"' | "'"
  readonly decimal: DecimalMark
  readonly thousands: ThousandsMark
  readonly dateOrder: DateOrder
  readonly hasHeader: boolean
  /** Lines before the header (or first row) that are no data. */
  readonly skipLines: number
  readonly shape: 'wide' | 'long'
  /** A role for each column, by index. */
  readonly columns: readonly ColumnRole[]
  /** Long files: what each metric name in the file means; names not here are ignored. Keys in lower case, trimmed. */
  readonly metricNames: Readonly<Record<string, ReadingRole>>
  /** Where the values come from: `csv` unless the file is recognised. */
  readonly source: SourceId
  /** What `ReadResult.format` will say; `csv-wide` or `csv-long` without it. */
  readonly format?: string
  readonly rows?: RowFilter
  /** What mood words mean, 1-5; keys in lower case. Added to the words known anyway. */
  readonly labels?: Readonly<Record<string, number>>
  /**
   * Which day a night of sleep belongs to is the day it ended. `wake` (default): the date says that day. `bedtime`: it
   * says the evening before. `start`: it says when the night began, and the end is that plus the hours.
   */
  readonly nightsBy?: 'wake' | 'bedtime' | 'start'
  /** `missing` where a device writes 0 for a day it was not worn. Default `value`. */
  readonly zeroIs?: 'value' | 'missing'
  /** Long files: every name met at inspection, in lower case. One met later than that is read by its alias. */
  readonly namesSeen?: readonly string[]
  /** Rows longer than the header are no sign of a comma inside a number. */
  readonly ragged?: boolean
  /** Files of titled blocks, each with a header of its own: `columns` then holds for none of them. */
  readonly blocks?: readonly Block[]
}

/** A titled table inside a file: a line with the title alone, a header, rows. */
export interface Block {
  readonly title: string
  readonly columns: readonly ColumnRole[]
  readonly headers: readonly string[]
}

/** How the file is cut into cells, where the person has said so: everything else is then guessed from those cells. */
export type FixedChoices = Partial<Pick<Layout, 'encoding' | 'delimiter' | 'hasHeader'>>

/** What was seen that led to a guess, in words a person can check against the file. */
export interface Evidence {
  readonly about:
    | 'encoding'
    | 'delimiter'
    | 'decimal'
    | 'thousands'
    | 'date-order'
    | 'header'
    | 'shape'
    | 'columns'
    | 'units'
    | 'rows'
    | 'source'
  readonly text: string
  /** False where another reading is as likely, so the wizard asks. */
  readonly sure: boolean
}

export interface Inspection {
  readonly layout: Layout
  readonly evidence: readonly Evidence[]
  /** Column names in file order (`column 3` where the file gives none). */
  readonly headers: readonly string[]
  /** The first rows, raw, for the wizard's table; at most 8. */
  readonly sample: readonly (readonly string[])[]
  /** What keeps the file from being imported as guessed (no date column, no metric), or undefined. */
  readonly blocked?: string
  /** Where the file holds several people or sources: the column that tells them apart, and what is in it. */
  readonly rowChoice?: RowChoice
}

export interface RowChoice {
  readonly column: number
  /** For a person: `Whose rows?` */
  readonly question: string
  readonly values: readonly string[]
}

/** Why a file is no CSV that can be imported: said to the person as it is. */
export interface FileProblem {
  readonly kind: 'empty' | 'binary' | 'too-large' | 'unreadable' | 'no-date' | 'no-metric' | 'cancelled'
  readonly message: string
}

export interface Progress {
  /** Bytes read so far, of the file's size. */
  readonly bytes: number
  readonly totalBytes: number
  readonly rows: number
}

export interface ReadResult {
  /** `csv-wide`, `csv-long`, or a recognised vendor's name such as `google-fit-daily`. */
  readonly format: string
  /** Data rows seen, header and blank lines not counted. */
  readonly rows: number
  /** Sorted by date, then metric. */
  readonly readings: readonly DayReading[]
  /** The first `REFUSED_KEPT`; `refusedCount` is all of them. */
  readonly refused: readonly Refused[]
  readonly refusedCount: number
  /** Rows that `Layout.rows` left out, and headers repeated inside the file. */
  readonly leftOut?: number
  /** Mood words that were refused because nobody has said what they mean, in lower case; at most 30. */
  readonly unknownWords?: readonly string[]
}

/** How many refused cells are kept to be shown and downloaded. */
export const REFUSED_KEPT = 10_000
