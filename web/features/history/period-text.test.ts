import { describe, expect, it } from 'vitest'
import { periodText } from '../../ui/period-text.ts'
import { beforeText, rangeText } from './period-text.ts'
import { date } from './written-date.ts'

const period = (from: string, to: string) => ({ from: date(from), to: date(to) })

describe('a period in words', () => {
  it('says nothing twice', () => {
    expect(periodText(period('2026-09-14', '2026-09-20'))).toBe('14 – 20 Sep 2026')
    expect(periodText(period('2026-10-25', '2026-11-23'))).toBe('25 Oct – 23 Nov 2026')
    expect(periodText(period('2025-11-24', '2026-11-23'))).toBe('24 Nov 2025 – 23 Nov 2026')
    expect(periodText(period('2026-11-23', '2026-11-23'))).toBe('23 Nov 2026')
  })
  it('names the equal window before it', () => {
    expect(beforeText(period('2026-10-25', '2026-11-23'))).toBe('the 30 days before')
  })
  it('is the last days only while it ends today', () => {
    const month = period('2026-10-25', '2026-11-23')
    expect(rangeText('M', month, true)).toBe('the last 30 days')
    expect(rangeText('M', month, false)).toBe('these 30 days')
    expect(rangeText('All', month, true)).toBe('all days')
  })
})
