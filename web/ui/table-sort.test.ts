import { expect, test } from 'vitest'
import { nextSort, sortRows } from './table-sort.ts'

const rows = [{ v: 10 }, { v: undefined }, { v: 9 }, { v: 100 }]

test('figures sort by size, not by their digits', () => {
  expect(sortRows(rows, (row) => row.v, 'ascending').map((row) => row.v)).toEqual([9, 10, 100, undefined])
})

test('rows without a value stay last in both directions', () => {
  expect(sortRows(rows, (row) => row.v, 'descending').map((row) => row.v)).toEqual([100, 10, 9, undefined])
})

test('equal rows keep their order, and the rows given are not changed', () => {
  const given = [
    { id: 'b', v: 1 },
    { id: 'a', v: 1 },
  ]
  expect(sortRows(given, (row) => row.v, 'descending').map((row) => row.id)).toEqual(['b', 'a'])
  expect(given.map((row) => row.id)).toEqual(['b', 'a'])
})

test('a second press turns a column round, another column begins its own way', () => {
  const first = nextSort(undefined, 'date', 'descending')
  expect(first).toEqual({ column: 'date', direction: 'descending' })
  expect(nextSort(first, 'date', 'descending').direction).toBe('ascending')
  expect(nextSort(first, 'steps', 'descending')).toEqual({ column: 'steps', direction: 'descending' })
})
