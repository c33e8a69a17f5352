/**
 * Mulberry32 (Tommy Ettinger, 2017, public domain): numbers in [0, 1) that are the same for the same seed on every device.
 * Good enough to draw plausible days, not for secrets.
 */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** About normal: mean 0, standard deviation 1, within +-6 (the sum of twelve uniforms, less six). */
export function normalOf(random: () => number): number {
  let sum = -6
  for (let i = 0; i < 12; i++) sum += random()
  return sum
}
