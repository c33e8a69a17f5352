import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { addDays, parseCivilDate } from '../../shared/calendar/civil-date.ts'
import { normalOf, seededRandom } from '../../shared/random/seeded-random.ts'
import { evaluate } from './evaluate.ts'
import { scaleOf, scoreOf } from './evaluate-score.ts'
import { tasksOf } from './evaluate-tasks.ts'

const start = parseCivilDate('2024-01-01')
if (start === undefined) throw new Error('no such day')
const seriesOf = (values: ArrayLike<number>, metric = 'steps') => ({ metric, start, values: Float64Array.from(values) })
const none = Number.NaN

/** Steps as somebody may walk them: days that hang together, and more on two of seven. */
function walked(seed: number, days: number): number[] {
  const random = seededRandom(seed)
  let carried = 0
  return Array.from({ length: days }, (_, day) => {
    carried = 0.5 * carried + normalOf(random)
    return Math.max(0, 8000 + 1500 * carried + (day % 7 > 4 ? 2500 : 0))
  })
}

describe('the tasks of a series', () => {
  it('forecast days that were recorded, from days before them alone', () => {
    const values = walked(1, 120)
    const tasks = tasksOf([{ name: 'a', series: [seriesOf(values)] }])
    expect(tasks.map(({ history }) => history.values.length)).toEqual([90, 80, 70, 60, 50, 40, 30])
    for (const { history, outcome } of tasks) {
      const n = history.values.length
      expect([...history.values, ...outcome]).toEqual(values.slice(0, n + 30))
    }
  })

  it('are at most forty, evenly over a long series, and none of a short one or one without late days', () => {
    const long = tasksOf([{ name: 'a', series: [seriesOf(walked(2, 3000))] }])
    expect(long.length).toBe(40)
    expect(long.at(-1)?.history.values.length).toBeLessThan(100)
    expect(tasksOf([{ name: 'a', series: [seriesOf(walked(2, 50))] }])).toEqual([])
    const stopped = [...walked(2, 60), ...new Array(60).fill(none), ...walked(3, 30)]
    const origins = tasksOf([{ name: 'a', series: [seriesOf(stopped)] }]).map(({ history }) => history.values.length)
    expect(origins.filter((origin) => origin > 74)).toEqual([])
  })
})

describe('a score', () => {
  const task = { person: 'a', history: seriesOf([1, 3, none, 2]), outcome: Float64Array.of(10, none, 14, 10) }
  const flat = (value: number) => new Float64Array(30).fill(value)

  it('counts days with a value alone', () => {
    const bands = { lo80: flat(9), hi80: flat(11), lo95: flat(8), hi95: flat(13) }
    expect(scoreOf({ mean: flat(11), bands }, task)).toEqual({
      mae7: 5 / 3,
      mae14: 5 / 3,
      mae30: 5 / 3,
      firstWeek: { days: 3, in80: 2, in95: 2 },
      later: { days: 0, in80: 0, in95: 0 },
      // Two days cost the width of 5, the third 40 more for lying 1 outside.
      intervalScore95: expect.closeTo((5 + 45 + 5) / 3, 12),
    })
  })

  it('is in the scale of steps from one value to the next', () => {
    expect(scaleOf(task)).toBe(1.5)
  })
})

it('an evaluation compares each task with classical methods over the same days', () => {
  const persons = [1, 2, 3].map((seed) => ({ name: String(seed), series: [seriesOf(walked(seed, 150))] }))
  const evaluated = evaluate(persons)
  if (!evaluated.ok) throw new Error(evaluated.failure)
  const { overall, metrics, goals, constant, declined } = evaluated.value
  expect([constant, declined, overall.tasks, overall.persons]).toEqual([0, 0, 30, 3])
  expect(overall).toEqual(metrics['steps'])
  // Weekdays are known to ours alone, and the line of 30 days follows noise.
  expect(overall.ratio.ses['1-30'].geometric).toBeLessThan(0.97)
  expect(overall.ratio.ols30['1-30'].pooled).toBeLessThan(0.85)
  expect(overall.coverage80['1-30']).toBeGreaterThan(70)
  expect(overall.coverage80['1-30']).toBeLessThan(90)
  expect(goals.map(({ goal }) => goal)).toContain('days 1-7 inside the 80 % band, 78 to 84 %')
})

it('series in which nothing ever changes are not counted', () => {
  const persons = [{ name: 'a', series: [seriesOf(new Array(100).fill(5)), seriesOf(walked(1, 100), 'sleep')] }]
  const evaluated = evaluate(persons)
  expect(evaluated.ok && [evaluated.value.constant, evaluated.value.overall.tasks]).toEqual([5, 5])
  expect(evaluate([]).ok).toBe(false)
})

describe('the command', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ownit-evaluate-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const script = new URL('../evaluate.ts', import.meta.url).pathname
  const run = (...words: string[]) => spawnSync(process.execPath, [script, ...words], { encoding: 'utf8' })

  it('prints figures and goals, and says what it left out', () => {
    const lines = walked(4, 150).map((value, day) => `${addDays(start, day)},steps,${value}`)
    writeFileSync(join(folder, 'person.csv'), ['date,metric,value', ...lines].join('\n'))
    writeFileSync(join(folder, 'other.csv'), 'nonsense')
    const told = run(folder)
    expect(told.stdout).toContain('left out: other.csv: its first line is not date,metric,value')
    expect(told.stdout).toMatch(/^all +10 +1 /m)
    const json: unknown = JSON.parse(run(folder, '--json').stdout)
    expect(json).toMatchObject({ overall: { tasks: 10 }, leftOut: [expect.stringContaining('other.csv')] })
  })

  it('says what is wrong with a folder it cannot use, without a stack', () => {
    const missing = run(join(folder, 'missing'))
    expect([missing.status, missing.stdout]).toEqual([2, ''])
    expect(missing.stderr).toMatch(/cannot be read: ENOENT/)
    expect(missing.stderr).not.toContain('    at ')
    expect(run().stderr).toMatch(/^Usage: npm run evaluate/)
  })
})
