/**
 * For each test the false discovery rate at which it would just be taken: p-values adjusted by the procedure of Benjamini
 * and Hochberg (1995, JRSS B 57:289), each divided by its weight first (Genovese, Roeder and Wasserman 2006, Biometrika
 * 93:509). Weights are of mean 1 and fixed before the data are seen; left out, all are 1.
 */
export function falseDiscoveryRates(p: ArrayLike<number>, weights?: ArrayLike<number>): Float64Array {
  const m = p.length
  const weighted = Float64Array.from({ length: m }, (_, i) => (p[i] as number) / (weights?.[i] ?? 1))
  const order = Uint32Array.from({ length: m }, (_, i) => i).sort(
    (a, b) => (weighted[a] as number) - (weighted[b] as number),
  )
  const rates = new Float64Array(m)
  let least = 1
  for (let rank = m; rank > 0; rank--) {
    const test = order[rank - 1] as number
    least = Math.min(least, ((weighted[test] as number) * m) / rank)
    rates[test] = least
  }
  return rates
}
