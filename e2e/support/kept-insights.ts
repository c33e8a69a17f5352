import type { Page } from '@playwright/test'
import type { Analysis } from '../../web/insight/analysis.ts'
import { findingKey } from '../../web/insight/promotion/finding-key.ts'
import type { Risk } from '../../web/insight/risk/risk.ts'
import { storedRows } from './stored-rows.ts'

/** What the insight worker has kept in the database of the page, as it is stored; undefined where it has kept nothing yet. */
export async function keptInsights(page: Page): Promise<KeptInsights | undefined> {
  const rows = await storedRows(page, 'insight')
  return rows.find(({ name }) => name === 'result')?.value
}

export interface KeptInsights {
  readonly fingerprint: string
  readonly analysis: Analysis
  readonly risks: readonly Risk[]
}

/** A figure on the page: the number behind it, and its place in what the sentence is about. */
export interface ShownFigure {
  readonly about: string
  readonly figure: string
  readonly value: string
}

/** Every figure of every sentence in sight or folded away. */
export function shownFigures(page: Page): Promise<ShownFigure[]> {
  return page.locator('[data-about] [data-figure]').evaluateAll((figures) =>
    figures.map((element) => ({
      about: element.closest('[data-about]')?.getAttribute('data-about') ?? '',
      figure: element.getAttribute('data-figure') ?? '',
      value: element.getAttribute('data-value') ?? '',
    })),
  )
}

/** What a sentence is about, in what the worker keeps, by the name that the page gives it. */
export function subjectsOf({ analysis, risks }: KeptInsights): ReadonlyMap<string, unknown> {
  const { findings, maybe, refusals, changes, anomalies, alerts, forecasts, comparisons } = analysis
  return new Map<string, unknown>([
    ...[...findings, ...maybe].map((one) => [findingKey(one), one] as const),
    ...refusals.map((one) => {
      const { looked, metricX = '', aspectX, metricY, aspectY } = one
      return [['refusal', looked, metricX, aspectX ?? '', metricY, aspectY ?? ''].join(':'), one] as const
    }),
    ...changes.map((one) => [`change:${one.metric}:${one.date}`, one] as const),
    ...anomalies.map((one) => [`anomaly:${one.metric}:${one.date}`, one] as const),
    ...alerts.map((one) => [`alert:${one.metric}:${one.date}`, one] as const),
    ...forecasts.map((one) => [`forecast:${one.metric}`, one] as const),
    ...comparisons.map((one) => {
      const { metric, period, against } = one
      return [`comparison:${metric}:${period.from}:${period.to}:${against}`, one] as const
    }),
    ...risks.map((one) => [one.id, one] as const),
  ])
}

/** The value at a place such as `ci95.0` or `before.mean`. */
export function valueAt(subject: unknown, place: string): unknown {
  return place.split('.').reduce<unknown>((within, name) => Object(within)[name], subject)
}
