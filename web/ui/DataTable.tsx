import { useVirtualizer } from '@tanstack/react-virtual'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { type ReactNode, useMemo, useRef, useState } from 'react'
import styles from './DataTable.module.css'
import { nextSort, type SortKey, sortRows, type TableSort } from './table-sort.ts'
import { VisuallyHidden } from './VisuallyHidden.tsx'

export interface DataColumn<Row> {
  readonly id: string
  readonly header: string
  readonly cell: (row: Row) => ReactNode
  /** Makes the column sortable. */
  readonly sortKey?: ((row: Row) => SortKey) | undefined
  /** Which way a first press sorts; descending by default for figures. */
  readonly firstSort?: TableSort['direction'] | undefined
  /** Figures stand at the end of the cell. */
  readonly align?: 'start' | 'end' | undefined
  /** A width in CSS grid terms; `minmax(72px, 1fr)` by default. */
  readonly width?: string | undefined
}

export interface DataTableProps<Row> {
  readonly label: string
  /** The first column names its row. */
  readonly columns: readonly DataColumn<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  readonly initialSort?: TableSort | undefined
  /** Buttons at the end of each row. */
  readonly actions?: ((row: Row) => ReactNode) | undefined
  /** Width of the actions' column. */
  readonly actionsWidth?: string | undefined
  /** Pixels of the whole table at most; it scrolls inside. */
  readonly height?: number | undefined
  /** Pixels of a row. */
  readonly rowHeight?: number | undefined
  /** Shown where there are no rows. */
  readonly empty?: ReactNode
}

/**
 * A table of any length: only the rows in sight are in the page, while the roles say how many there are and which these
 * are. The scrolling part takes the focus, so that the keys scroll it.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, columns, rows, rowKey, initialSort, actions, actionsWidth = '52px', empty } = props
  const { height = 480, rowHeight = 48 } = props
  const scroller = useRef<HTMLDivElement>(null)
  const [sort, setSort] = useState(initialSort)

  const sorted = useMemo(() => {
    const key = columns.find((column) => column.id === sort?.column)?.sortKey
    return sort === undefined || key === undefined ? rows : sortRows(rows, key, sort.direction)
  }, [rows, columns, sort])

  const virtualizer = useVirtualizer({
    count: sorted.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 6,
    getItemKey: (index) => {
      const row = sorted[index]
      return row === undefined ? index : rowKey(row)
    },
  })

  if (rows.length === 0 && empty !== undefined) return <>{empty}</>
  const widths = columns.map((column) => column.width ?? 'minmax(72px, 1fr)')
  const grid = { gridTemplateColumns: [...widths, ...(actions === undefined ? [] : [actionsWidth])].join(' ') }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset holds form controls; this group scrolls a table.
    <div
      ref={scroller}
      role="group"
      className={styles['scroller']}
      style={{ maxBlockSize: height }}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be scrollable by keys.
      tabIndex={0}
      aria-label={label}
    >
      <table aria-label={label} aria-rowcount={sorted.length + 1} className={styles['table']}>
        <thead className={styles['head']}>
          <tr aria-rowindex={1} className={styles['row']} style={{ ...grid, blockSize: rowHeight }}>
            {columns.map((column) => (
              <Header
                key={column.id}
                column={column}
                sort={sort}
                onSort={(first) => {
                  setSort(nextSort(sort, column.id, first))
                  virtualizer.scrollToOffset(0)
                }}
              />
            ))}
            {actions !== undefined && (
              <th scope="col" className={styles['cell']}>
                <VisuallyHidden>Actions</VisuallyHidden>
              </th>
            )}
          </tr>
        </thead>
        <tbody className={styles['body']} style={{ blockSize: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map((item) => {
            const row = sorted[item.index]
            if (row === undefined) return null
            const place = { blockSize: rowHeight, translate: `0 ${item.start}px` }
            return (
              <tr key={item.key} aria-rowindex={item.index + 2} className={styles['row']} style={{ ...grid, ...place }}>
                {columns.map((column, index) => {
                  const className = cellClass(column)
                  return index === 0 ? (
                    <th key={column.id} scope="row" className={className}>
                      {column.cell(row)}
                    </th>
                  ) : (
                    <td key={column.id} className={className}>
                      {column.cell(row)}
                    </td>
                  )
                })}
                {actions !== undefined && <td className={styles['actions']}>{actions(row)}</td>}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

const cellClass = (column: { readonly align?: 'start' | 'end' | undefined }) =>
  `${styles['cell']} ${column.align === 'end' ? styles['end'] : ''}`

interface HeaderProps<Row> {
  readonly column: DataColumn<Row>
  readonly sort: TableSort | undefined
  readonly onSort: (first: TableSort['direction']) => void
}

function Header<Row>({ column, sort, onSort }: HeaderProps<Row>) {
  const direction = sort?.column === column.id ? sort.direction : undefined
  if (column.sortKey === undefined) {
    return (
      <th scope="col" className={cellClass(column)}>
        {column.header}
      </th>
    )
  }
  const first = column.firstSort ?? (column.align === 'end' ? 'descending' : 'ascending')
  const Arrow = direction === 'descending' ? ArrowDown : ArrowUp
  return (
    <th scope="col" aria-sort={direction ?? 'none'} className={column.align === 'end' ? styles['end'] : undefined}>
      <button type="button" className={styles['sort']} onClick={() => onSort(first)}>
        {column.header}
        <Arrow aria-hidden="true" size={14} className={direction === undefined ? styles['idle'] : undefined} />
      </button>
    </th>
  )
}
