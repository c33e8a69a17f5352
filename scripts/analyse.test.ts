import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { addDays, parseCivilDate } from '../shared/calendar/civil-date.ts'
import { normalOf, seededRandom } from '../shared/random/seeded-random.ts'

const SCRIPT = new URL('./analyse.ts', import.meta.url).pathname
const folder = mkdtempSync(join(tmpdir(), 'ownit-analyse-'))
afterAll(() => rmSync(folder, { recursive: true }))

const run = (...words: string[]) => spawnSync(process.execPath, [SCRIPT, ...words], { encoding: 'utf8' })

function file(name: string, content: string): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

/** 150 days on which sleep goes with the mood of the day. */
function days(): { date: string; sleep: string; mood: string }[] {
  const start = parseCivilDate('2024-01-01')
  if (start === undefined) throw new Error('no date')
  const random = seededRandom(4)
  return Array.from({ length: 150 }, (_, day) => {
    const sleep = normalOf(random)
    const mood = 3.2 + 0.5 * sleep + 0.5 * normalOf(random)
    return { date: addDays(start, day), sleep: (7.4 + 0.8 * sleep).toFixed(2), mood: mood.toFixed(2) }
  })
}

it('reads a row a value and a row a day alike, and prints the analysis as JSON', () => {
  const long = days().flatMap(({ date, sleep, mood }) => [`${date},sleep_h,${sleep}`, `${date},mood_1_5,${mood}`])
  const wide = days().map(({ date, sleep, mood }) => `${date},${sleep},${mood}`)
  const [one, other] = [
    file('long.csv', `date,metric,value\n${long.join('\n')}\n`),
    file('wide.csv', `date,sleep,mood\n${wide.join('\n')}\n`),
  ].map((path): unknown => JSON.parse(execFileSync(process.execPath, [SCRIPT, path, '--json'], { encoding: 'utf8' })))
  expect(one).toEqual(other)
  expect(one).toMatchObject({
    today: '2024-05-30',
    findings: expect.arrayContaining([
      expect.objectContaining({ kind: 'association', metricX: 'sleep', metricY: 'mood', lag: 0, n: 150 }),
    ]),
  })
})

it('says it in sentences too, of the days before the one it is told', () => {
  const wide = days().map(({ date, sleep, mood }) => `${date},${sleep},${mood}`)
  const { stdout, status } = run(file('days.csv', `date,sleep,mood\n${wide.join('\n')}\n`), '--today', '2024-01-15')
  expect(status).toBe(0)
  expect(stdout).toContain('Days before 2024-01-15')
  expect(stdout).toContain('None that chance would not make.')
})

it('says why a file cannot be read, and what was left out of one that can', () => {
  const wrong = run(file('wrong.csv', 'day,steps\n1,2\n'))
  expect(wrong).toMatchObject({ status: 1, stdout: '' })
  expect(wrong.stderr).toMatch(/neither date,metric,value nor date/)
  expect(run(join(folder, 'none.csv'))).toMatchObject({ status: 1, stdout: '' })
  expect(run()).toMatchObject({ status: 2 })
  const partly = run(file('partly.csv', 'date,steps\n2024-01-01,5000\nyesterday,7\n'), '--json')
  expect(partly.status).toBe(0)
  expect(partly.stderr).toMatch(/1 of its lines hold no date/)
})
