import { describe, expect, it } from 'vitest'
import { DEFAULT_PROFILE } from '../../store/profile.ts'
import { stillToCome } from './chosen-settings.ts'

describe('a setting that was chosen', () => {
  it('is shown until the stored settings say it', () => {
    const chosen = { dayStart: 180, units: { mass: 'lb', energy: 'kcal' } } as const
    expect(stillToCome(chosen, DEFAULT_PROFILE)).toBe(chosen)
    expect(stillToCome(chosen, { ...DEFAULT_PROFILE, dayStart: 180 })).toEqual({ units: chosen.units })
    expect(stillToCome(chosen, { ...DEFAULT_PROFILE, ...chosen, units: { ...chosen.units } })).toEqual({})
  })
  it('changes nothing when none was', () => {
    const none = {}
    expect(stillToCome(none, DEFAULT_PROFILE)).toBe(none)
  })
})
