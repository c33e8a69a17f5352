import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readFolder, readPerson } from './evaluate-read.ts'

const folder = mkdtempSync(join(tmpdir(), 'ownit-evaluate-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('the days of a person', () => {
  it('are on a calendar, with gaps where nothing was recorded and means where a day comes twice', () => {
    const text = 'date,metric,value\r\n2024-02-28,steps,100\r\n2024-03-01,steps,300\r\n2024-03-01,steps,500\r\n'
    expect(readPerson('a', text)).toEqual({
      ok: true,
      value: {
        person: {
          name: 'a',
          series: [{ metric: 'steps', start: '2024-02-28', values: Float64Array.of(100, Number.NaN, 400) }],
        },
        leftOut: [],
      },
    })
  })

  it('stand under the names of the catalogue, whose limits are known', () => {
    const read = readPerson('a', 'date,metric,value\n2024-01-01,mood_1_5,3\n2024-01-01,resting_hr,50')
    expect(read.ok && read.value.person.series.map(({ metric }) => metric)).toEqual(['mood', 'resting_hr'])
  })

  it('do not come of lines that hold no day, metric and number, and it is told how many', () => {
    const wrong = ['2024-02-30,steps,1', '2024-01-01,,1', '2024-01-01,steps,', '2024-01-01,steps,many', ',,,', 'x']
    const read = readPerson('a', ['date,metric,value', ...wrong, '2024-01-01,steps,1', ''].join('\n'))
    expect(read.ok && read.value.leftOut).toEqual(['6 of its lines hold no date, metric and number (first: line 2)'])
    expect(read.ok && read.value.person.series.length).toBe(1)
  })

  it('are not looked for in another kind of file', () => {
    expect(readPerson('a', '\u0000\u0001PNG')).toMatchObject({ ok: false })
    expect(readPerson('a', 'date,steps\n2024-01-01,5')).toMatchObject({ ok: false })
    expect(readPerson('a', 'date,metric,value\n')).toEqual({ ok: false, failure: 'it holds no day' })
  })

  it('do not span more than a life', () => {
    const read = readPerson('a', 'date,metric,value\n0001-01-01,steps,1\n2024-01-01,steps,1\n2024-01-01,sleep_h,8')
    expect(read.ok && read.value.leftOut).toEqual(['steps spans more than 40000 days'])
  })
})

describe('a folder', () => {
  it('gives the files that can be read, and says why others cannot', () => {
    writeFileSync(join(folder, 'good.csv'), 'date,metric,value\n2024-01-01,steps,1\n')
    writeFileSync(join(folder, 'bad.csv'), 'nonsense')
    writeFileSync(join(folder, 'notes.txt'), 'not looked at')
    mkdirSync(join(folder, 'folder.csv'))
    expect(readFolder(folder)).toMatchObject({
      ok: true,
      value: { persons: [{ name: 'good' }], leftOut: ['bad.csv: its first line is not date,metric,value'] },
    })
  })

  it('that does not exist or holds nothing of use is a failure with its reason', () => {
    expect(readFolder(join(folder, 'missing'))).toMatchObject({ ok: false })
    rmSync(join(folder, 'good.csv'))
    expect(readFolder(folder)).toMatchObject({ ok: false, failure: expect.stringContaining('bad.csv') })
  })
})
