import { readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { oraclesPresent } from '../oracle.ts'
import { type FigureFile, figuresIn, mismatches } from './figures.ts'

/** Fitted forecasts are there to compare accuracy with: no two optimisers stop at the same place. */
const BY_ACCURACY = ['ses_opt', 'dholt_opt', 'theta_m1', 'theta_m7', 'ets_m7', 'arima_m7']

const FILES: readonly FigureFile[] = ['oracle_R.json', 'oracle_py.json', 'pelt.json']
/** Entries of oracle_R.json that are no series; their figures are held one by one. */
const ALONE = ['tables', 'pair_ar1_outliers']

describe.skipIf(!oraclesPresent)('reference results', () => {
  const folder = fileURLToPath(new URL('.', import.meta.url))
  const titles = readdirSync(folder)
    .filter((file) => file.endsWith('.test.ts') && file !== basename(import.meta.url))
    .flatMap((file) => readFileSync(`${folder}${file}`, 'utf8').match(/^ +(?:it\(|\)\(|it\.each.*\()?'[^\n]*'/gm) ?? [])
    .join('\n')
  const isHeld = (key: string) => new RegExp(`(?<![\\w.])${key.replaceAll('.', '\\.')}(?![\\w.])`).test(titles)

  it.each(FILES)('each figure with given parameters in %s is named by the test that holds it', (file) => {
    const keys = Object.values(figuresIn(file)).flatMap((figures) => Object.keys(figures))
    const held = [...new Set(keys)].filter((key) => !BY_ACCURACY.includes(key))
    expect(held.length).toBeGreaterThan(3)
    expect(held.filter((key) => !isHeld(key))).toEqual([])
  })

  it('a figure that no test holds is missed', () => {
    expect(isHeld('acf_napass')).toBe(true)
    expect(isHeld('acf')).toBe(false)
    expect(ALONE.every((name) => name in figuresIn('oracle_R.json'))).toBe(true)
  })
})

it('a figure is held only where every number of it is met', () => {
  const theirs = { fc: [1, 2], sse: 1e6, flags: [], places: null }
  expect(mismatches({ ...theirs, more: 3 }, theirs)).toEqual([])
  expect(mismatches({ ...theirs, sse: 1e6 + 0.02 }, theirs)).toHaveLength(1)
  expect(mismatches({ ...theirs, fc: [1] }, theirs)).toHaveLength(2)
  expect(mismatches({ ...theirs, flags: [4] }, theirs)).toHaveLength(1)
  expect(mismatches({ fc: [1, 2], flags: [], places: null }, theirs)).toHaveLength(1)
})
