import type { NotEnoughData } from '../analysis.ts'
import type { Forecast } from '../forecast.ts'
import { date } from './dates.ts'
import { dayCount } from './differing.ts'
import { capitalised, type Sentence, say, together } from './sentence.ts'
import type { MetricTerms, TermsOf } from './terms.ts'

/** What the first and the last of the days to come are likely to be, and what that rests on. */
export function forecastSentence(forecast: Forecast, termsOf: TermsOf): Sentence {
  const { n, lastObserved, date: dates } = forecast
  const terms = termsOf(forecast.metric)
  const last = dates.length - 1
  if (last < 0) return say`No day was asked for.`
  const days =
    last === 0 ? dayOf(forecast, terms, 0) : say`${dayOf(forecast, terms, 0)}; ${dayOf(forecast, terms, last)}`
  const basis = say`from ${dayCount('n', n)} up to ${date('lastObserved', lastObserved)}`
  return capitalised(say`${terms.name}: ${days} (${basis}).`)
}

function dayOf({ date: dates, mean, lo80, hi80 }: Forecast, terms: MetricTerms, index: number): Sentence {
  const on = dates[index]
  if (on === undefined) return { parts: [] }
  const figure = (key: string, values: readonly number[]) => {
    const value = values[index] ?? Number.NaN
    return { key: `${key}.${index}`, value, text: terms.amount(value) }
  }
  return say`about ${figure('mean', mean)} on ${date(`date.${index}`, on)}, 80 % range ${figure('lo80', lo80)} to ${figure('hi80', hi80)}`
}

/** Why there is no forecast, and what it takes. */
export function notEnoughDataSentence(refused: NotEnoughData, termsOf: TermsOf): Sentence {
  const { metric, reason, n, needed, lastObserved } = refused
  const { name } = termsOf(metric)
  switch (reason) {
    case 'no-days':
      return say`No ${name} recorded yet, so there is no forecast.`
    case 'stale': {
      const last =
        lastObserved === undefined ? undefined : say`The last one is of ${date('lastObserved', lastObserved)}.`
      return together(say`Too long without ${name} to say what comes next.`, last)
    }
    case 'too-few-days':
      return say`A forecast of ${name} needs ${dayCount('needed', needed)} more; there ${n === 1 ? 'is' : 'are'} ${{ key: 'n', value: n, text: String(n) }} so far.`
  }
}
