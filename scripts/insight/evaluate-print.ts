import type { Evaluation } from './evaluate.ts'
import { FEWEST_TASKS } from './evaluate-goals.ts'
import type { Summary } from './evaluate-summary.ts'

/** The figures as a table, a line each metric, and what must hold. */
export function printed({ overall, metrics, goals, constant, declined, leftOut }: Evaluation): string {
  const rows = [
    ['', 'tasks', 'persons', 'MASE 1-7', '1-14', '1-30', 'naive', 'SES', 'OLS-30', '80 %', '95 %', 'interval score'],
    rowOf('all', overall),
    ...Object.entries(metrics).map(([metric, summary]) => rowOf(metric, summary)),
  ]
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? []
  const table = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
  return [
    ...leftOut.map((why) => `left out: ${why}`),
    ...table,
    '',
    'MASE: mean absolute error over days with a value, by the mean distance of successive values in the history.',
    'naive, SES, OLS-30: our errors over 1-30 days to theirs, as geometric mean over tasks / as sums; below 1 ours are smaller.',
    '80 %, 95 %: per cent of days inside the band, 1-7 / 8-30 days ahead. Interval score of the 95 % band, in the same scale.',
    `${constant} tasks of constant series and ${declined} declined ones are not counted; under ${FEWEST_TASKS} tasks a metric is not judged.`,
    '',
    ...goals.map(({ goal, found, held }) => `${held ? 'holds ' : 'MISSED'}  ${found.toFixed(3)}  ${goal}`),
    '',
  ].join('\n')
}

function rowOf(
  name: string,
  { tasks, persons, mase, ratio, coverage80, coverage95, intervalScore95 }: Summary,
): string[] {
  const both = ({ geometric, pooled }: { geometric: number; pooled: number }) =>
    `${geometric.toFixed(3)}/${pooled.toFixed(3)}`
  const shares = (coverage: Summary['coverage80']) => `${coverage['1-7'].toFixed(1)}/${coverage['8-30'].toFixed(1)}`
  return [
    name,
    String(tasks),
    String(persons),
    ...(['1-7', '1-14', '1-30'] as const).map((span) => mase[span].toFixed(3)),
    ...(['naive', 'ses', 'ols30'] as const).map((other) => both(ratio[other]['1-30'])),
    shares(coverage80),
    shares(coverage95),
    intervalScore95.toFixed(2),
  ]
}
