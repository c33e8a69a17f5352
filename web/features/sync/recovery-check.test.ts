import { describe, expect, it } from 'vitest'
import { groupPlace, isGroupOf } from './recovery-check.ts'

describe('the check of a recovery code', () => {
  it('takes the group as people write it, and no other', () => {
    for (const typed of ['10AB', '10ab', ' 1 0 a b', 'IOab', 'l0-AB']) expect(isGroupOf('10AB', typed)).toBe(true)
    for (const typed of ['', '10A', '10AC', '01AB', '10AB1']) expect(isGroupOf('10AB', typed)).toBe(false)
    expect(isGroupOf('', '')).toBe(false)
  })

  it('calls the groups by their place', () => {
    expect([0, 6].map(groupPlace)).toEqual(['first', 'seventh'])
  })
})
