import type { Profile } from '../../store/profile.ts'

/** Of what was chosen, what the stored settings do not say yet: the same object when all of it is still to come. */
export function stillToCome(chosen: Partial<Profile>, stored: Profile): Partial<Profile> {
  const keys = Object.keys(chosen).filter((key): key is keyof Profile => key in stored)
  const waiting = keys.filter((key) => JSON.stringify(chosen[key]) !== JSON.stringify(stored[key]))
  if (waiting.length === keys.length) return chosen
  return Object.fromEntries(waiting.map((key) => [key, chosen[key]]))
}
