import '../store/zod-without-eval.ts'
import * as z from 'zod/mini'
import { type CivilDate, parseCivilDate } from '../../shared/calendar/civil-date.ts'
import type { MetricId, SourceId } from '../../shared/metric/metric.ts'

/** The branded names and counts that messages between a page and its worker hold. */

const isText = (value: unknown): value is string => typeof value === 'string'

export const civilDate = z.custom<CivilDate>((value) => isText(value) && parseCivilDate(value) !== undefined)
export const metricId = z.custom<MetricId>((value) => isText(value) && value !== '' && !value.includes('@'))
export const sourceId = z.custom<SourceId>((value) => isText(value) && /^[a-z0-9-]+$/.test(value))
export const count = z.int().check(z.nonnegative())
