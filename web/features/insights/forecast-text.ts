import type { Forecast } from '../../insight/forecast.ts'
import type { MetricTerms } from '../../insight/wording/terms.ts'

/** How such forecasts did on the person's own days, and beside saying "as on the last day". */
export function backtestText({ backtest }: Forecast, terms: MetricTerms): string {
  const { mae, naiveMae, cov80, cov95, origins } = backtest
  if (origins === 0 || !Number.isFinite(mae)) return 'Too few days so far to say how such forecasts did.'
  const amount = (error: number) => `${terms.size(error)}${terms.isCounted ? ` ${terms.name}` : ''}`
  const inside = (share: number) => `${Math.round(share * 100)} of 100`
  return [
    `Made on ${origins} of your earlier days, such forecasts were off by ${amount(mae)} on average`,
    Number.isFinite(naiveMae) ? ` (“as on the last day”: ${amount(naiveMae)})` : '',
    `; ${inside(cov80)} days fell inside the inner band and ${inside(cov95)} inside the outer.`,
  ].join('')
}
