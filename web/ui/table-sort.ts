export interface TableSort {
  /** The id of a column. */
  readonly column: string
  readonly direction: 'ascending' | 'descending'
}

export type SortKey = string | number | undefined

/** The rows in order of a key: numbers by size, text by the alphabet, rows without a key last in both directions. */
export function sortRows<Row>(
  rows: readonly Row[],
  key: (row: Row) => SortKey,
  direction: TableSort['direction'],
): readonly Row[] {
  const sign = direction === 'ascending' ? 1 : -1
  return rows
    .map((row) => ({ row, key: key(row) }))
    .sort((a, b) => {
      if (a.key === undefined || b.key === undefined) return Number(a.key === undefined) - Number(b.key === undefined)
      return sign * compare(a.key, b.key)
    })
    .map(({ row }) => row)
}

function compare(a: string | number, b: string | number): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return String(a) < String(b) ? -1 : String(a) > String(b) ? 1 : 0
}

/** The sort after a press on a column's header: the column's own first direction, then the other way round. */
export function nextSort(sort: TableSort | undefined, column: string, first: TableSort['direction']): TableSort {
  if (sort?.column !== column) return { column, direction: first }
  return { column, direction: sort.direction === 'ascending' ? 'descending' : 'ascending' }
}
