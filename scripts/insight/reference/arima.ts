import { at, dot, squareMatrix } from './linear-model.ts'

export interface ArimaFit {
  readonly loglik: number
  /** Of the innovations, by maximum likelihood. */
  readonly sigma2: number
  readonly fc: readonly number[]
  readonly se: readonly number[]
}

/** Variance, in innovations, of a first level of which nothing is known; R's `kappa`. */
const DIFFUSE = 1e6
/** Innovations less certain than this belong to the first level and are left out of the likelihood, as in R. */
const LEAST_CERTAIN = 1e4

/**
 * ARIMA(0,1,1) with a given `theta`, gaps left as gaps: R's `arima(order = c(0, 1, 1), fixed = theta)`, which is a random
 * walk under noise. State: today's move, what of today's innovation moves tomorrow, and yesterday's value.
 */
export function arima011(values: ArrayLike<number>, theta: number, ahead: number): ArimaFit {
  const model = {
    transition: [
      [0, 1, 0],
      [0, 0, 0],
      [1, 0, 1],
    ],
    noise: [
      [1, theta, 0],
      [theta, theta ** 2, 0],
      [0, 0, 0],
    ],
    loading: [1, 0, 1],
    differenced: 1,
    first: [
      [1 + theta ** 2, theta, 0],
      [theta, theta ** 2, 0],
      [0, 0, DIFFUSE],
    ],
  }
  return kalmanFit(values, model, ahead)
}

/** AR(1) with a given `phi` about a given mean, stationary from the first day, gaps left as gaps. */
export function ar1(values: ArrayLike<number>, phi: number, mean: number, ahead: number): ArimaFit {
  const model = { transition: [[phi]], noise: [[1]], loading: [1], differenced: 0, first: [[1 / (1 - phi ** 2)]] }
  const fit = kalmanFit(
    Array.from(values, (value) => value - mean),
    model,
    ahead,
  )
  return { ...fit, fc: fit.fc.map((value) => value + mean) }
}

type Matrix = readonly (readonly number[])[]

interface StateSpace {
  readonly transition: Matrix
  /** Covariance of what a day adds to the state, in innovation variances. */
  readonly noise: Matrix
  /** How a value is made of the state, without noise of its own. */
  readonly loading: readonly number[]
  /** Covariance of the state on the first day, whose mean is zero. */
  readonly first: Matrix
  /** Values that the likelihood is less by, since it is one of differences. */
  readonly differenced: number
}

/** The filter of Gardner, Harvey & Phillips 1980 (Applied Statistics 29:311, AS 154), NaN for a day without a value. */
function kalmanFit(values: ArrayLike<number>, model: StateSpace, ahead: number): ArimaFit {
  const { loading } = model
  let state: readonly number[] = loading.map(() => 0)
  let covariance = model.first
  let used = 0
  let recorded = 0
  let squares = 0
  let logs = 0
  const step = () => {
    state = model.transition.map((row) => dot(row, state))
    covariance = carried(covariance, model)
  }
  for (let day = 0; day < values.length; day++) {
    if (day > 0) step()
    const value = at(values, day)
    if (Number.isNaN(value)) continue
    recorded++
    const shared = covariance.map((row) => dot(row, loading))
    const variance = dot(loading, shared)
    const error = value - dot(loading, state)
    if (variance < LEAST_CERTAIN) {
      used++
      squares += error ** 2 / variance
      logs += Math.log(variance)
    }
    state = state.map((own, i) => own + (at(shared, i) * error) / variance)
    covariance = covariance.map((row, i) => row.map((own, j) => own - (at(shared, i) * at(shared, j)) / variance))
  }
  const sigma2 = squares / used
  const counted = recorded - model.differenced
  const loglik = -0.5 * counted * (Math.log(sigma2) + logs / used + 1 + Math.log(2 * Math.PI))
  const fc: number[] = []
  const se: number[] = []
  for (let day = 0; day < ahead; day++) {
    step()
    fc.push(dot(loading, state))
    se.push(
      Math.sqrt(
        sigma2 *
          dot(
            loading,
            covariance.map((row) => dot(row, loading)),
          ),
      ),
    )
  }
  return { loglik, sigma2, fc, se }
}

function carried(covariance: Matrix, { transition, noise }: StateSpace): Matrix {
  const half = transition.map((row) => covariance.map((column) => dot(row, column)))
  return squareMatrix(transition.length, (i, j) => dot(half[i] ?? [], transition[j] ?? []) + at(noise[i], j))
}
