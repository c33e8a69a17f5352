import type { Forecast } from '../../insight/forecast.ts'
import type { MetricLens } from '../../ui/metric-lens.ts'

/** How such forecasts did on the person's own days, and beside saying "as on the last day". */
export function backtestText({ backtest, n }: Forecast, lens: MetricLens): string {
  const { mae, naiveMae, cov80, cov95, origins } = backtest
  if (origins === 0 || !Number.isFinite(mae)) return `From ${n} days. Too few to say how such forecasts did.`
  const inside = (share: number) => `${Math.round(share * 100)} of 100`
  return [
    `From ${n} days. Made from ${origins} of your earlier days, such forecasts were off by ${lens.say(mae)} on average`,
    Number.isFinite(naiveMae) ? ` (“as on the last day”: ${lens.say(naiveMae)})` : '',
    `; ${inside(cov80)} days fell inside the inner band and ${inside(cov95)} inside the outer.`,
  ].join('')
}
