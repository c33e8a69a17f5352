/** 0 = nothing recorded, 1 (least) to 4 (most). */
export type HeatLevel = 0 | 1 | 2 | 3 | 4

/** Where levels 2, 3 and 4 begin, ascending. */
export type HeatThresholds = readonly [number, number, number]

export function heatLevel(value: number, thresholds: HeatThresholds): HeatLevel {
  if (Number.isNaN(value)) return 0
  if (value >= thresholds[2]) return 4
  if (value >= thresholds[1]) return 3
  return value >= thresholds[0] ? 2 : 1
}

/** Thresholds that put about a quarter of the recorded values on each level. No value recorded: all zero. */
export function quartiles(values: Float64Array): HeatThresholds {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort()
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return [at(0.25), at(0.5), at(0.75)]
}
