import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'

const SCRIPT = new URL('./read.ts', import.meta.url).pathname
const folder = mkdtempSync(join(tmpdir(), 'ownit-read-'))
afterAll(() => rmSync(folder, { recursive: true }))

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

it('prints a line of JSON for each file that can be imported', () => {
  const good = file('good.csv', 'date,steps\n2026-01-01,5000\n2026-01-02,-5\n')
  const nights = file('nights.csv', 'date;sleep\n01.02.2026;7,1\n02.02.2026;7,2\n')
  const lines = execFileSync(process.execPath, [SCRIPT, good, nights], { encoding: 'utf8' }).trimEnd().split('\n')
  expect(lines.map((line): unknown => JSON.parse(line))).toEqual([
    {
      file: good,
      format: 'csv-wide',
      rows: 2,
      refused: [{ row: 3, column: 'steps', reason: 'Steps can be 0 to 100\u202f000; this is -5.' }],
      metrics: { steps: { days: 1, first: '2026-01-01', last: '2026-01-01', sum: 5000 } },
    },
    {
      file: nights,
      format: 'csv-wide',
      rows: 2,
      refused: [],
      metrics: { sleep: { days: 2, first: '2026-02-01', last: '2026-02-02', sum: 14.3 } },
    },
  ])
})

it('says why a file cannot be imported, and fails', () => {
  const empty = file('empty.csv', '')
  const picture = file('picture.csv', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0))
  const missing = join(folder, 'missing.csv')
  const { status, stdout } = spawnSync(process.execPath, [SCRIPT, empty, picture, missing], { encoding: 'utf8' })
  expect(status).toBe(1)
  const lines = stdout.trimEnd().split('\n')
  expect(lines).toHaveLength(3)
  for (const line of lines)
    expect(JSON.parse(line)).toMatchObject({
      format: null,
      rows: 0,
      refused: [],
      metrics: {},
      problem: expect.any(String),
    })
})
