import { describe, expect, it } from 'vitest'
import { readText, valuesOf } from './test-file.ts'

const TEXT = 'date,mood\n2026-01-01,good\n2026-01-02,Sick\n2026-01-03,sick\n2026-01-04,Cosy\n2026-01-05,bad\n'

describe('mood words', () => {
  it('names each word it does not know once, and refuses its rows', async () => {
    const read = await readText(TEXT)
    expect(read.unknownWords).toEqual(['sick', 'cosy'])
    expect(read.refusedCount).toBe(3)
    expect(read.refused[0]?.reason).toContain('no mood word OwnIt knows')
  })

  it('reads a word once its meaning is said', async () => {
    const read = await readText(TEXT, { change: (layout) => ({ ...layout, labels: { sick: 2 } }) })
    expect(read.unknownWords).toEqual(['cosy'])
    expect(valuesOf(read)).toMatchObject({ '2026-01-02 mood': 2, '2026-01-03 mood': 2 })
  })

  it('takes no figure and no word of another metric for a mood', async () => {
    const read = await readText(
      'date,weight,mood\n2026-01-01,heavy,4\n2026-01-02,74,-2\n2026-01-03,74,5\n2026-01-04,74,3\n',
    )
    expect(read.refusedCount).toBe(2)
    expect(read.unknownWords).toEqual([])
  })
})
