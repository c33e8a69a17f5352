import { at, dot, type LinearModel, squareMatrix } from './linear-model.ts'

/**
 * Standard errors of a linear model's coefficients that allow for unequal and autocorrelated errors, up to `lag` rows
 * apart, with Bartlett weights (Newey & West 1987, Econometrica 55:703). Rows count, not days. `isAdjusted` multiplies
 * the covariance by n / (n - columns), as `adjust = TRUE` of R's sandwich does.
 */
export function neweyWestErrors(
  { residuals, inverse }: LinearModel,
  rows: readonly (readonly number[])[],
  lag: number,
  isAdjusted: boolean,
): number[] {
  const columns = inverse.length
  const scores = rows.map((row, r) => row.map((value) => value * at(residuals, r)))
  const meat = squareMatrix(columns, () => 0)
  for (let apart = 0; apart <= lag; apart++) {
    const weight = (1 - apart / (lag + 1)) / (apart === 0 ? 2 : 1)
    for (let r = apart; r < scores.length; r++)
      for (const [i, own] of meat.entries())
        for (let j = 0; j < columns; j++) {
          const [now, then] = [scores[r], scores[r - apart]]
          own[j] = at(own, j) + weight * (at(now, i) * at(then, j) + at(then, i) * at(now, j))
        }
  }
  const scale = isAdjusted ? rows.length / (rows.length - columns) : 1
  return inverse.map((row) =>
    Math.sqrt(
      scale *
        dot(
          row,
          meat.map((own) => dot(own, row)),
        ),
    ),
  )
}
