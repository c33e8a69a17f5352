/**
 * The length to which `length` bytes are padded, so that a sealed length says little: PADMÉ (Nikitin et al., "Reducing
 * Metadata Leakage from Encrypted Files and Communication with PURBs", 2019). Adds at most 12 % and leaves
 * O(log log n) bits of the length to see. `length` is a whole number below 2^31.
 */
export function padme(length: number): number {
  if (length < 2) return length
  const exponent = 31 - Math.clz32(length)
  const kept = 32 - Math.clz32(exponent)
  const mask = 2 ** (exponent - kept) - 1
  return (length + mask) & ~mask
}
