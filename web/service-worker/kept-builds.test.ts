import { describe, expect, it } from 'vitest'
import { unusedBuilds } from './kept-builds.ts'

const build = (name: string, ...files: string[]) => ({
  name,
  paths: new Set(files.map((file) => `/assets/${file}.js`)),
})
const entry = (file: string) => `/assets/${file}.js`

const ONE = build('build-1', 'index-1', 'history-1')
const TWO = build('build-2', 'index-2', 'history-2')
const THREE = build('build-3', 'index-3', 'history-2')

describe('builds that can be deleted', () => {
  it('are those that no page runs', () => {
    expect(unusedBuilds([ONE, TWO, THREE], 'build-3', [entry('index-3')])).toEqual(['build-1', 'build-2'])
  })

  it('are not the one an open tab still runs', () => {
    expect(unusedBuilds([ONE, TWO, THREE], 'build-3', [entry('index-3'), entry('index-1')])).toEqual(['build-2'])
  })

  it('are not the current one, even with no page open', () => {
    expect(unusedBuilds([ONE, TWO], 'build-2', [])).toEqual(['build-1'])
  })

  it('are none while a page does not answer', () => {
    expect(unusedBuilds([ONE, TWO], 'build-2', [entry('index-2'), undefined])).toEqual([])
  })

  it('are none when the current build is not complete yet', () => {
    expect(unusedBuilds([ONE], 'build-2', [])).toEqual([])
  })

  it('include an older one whose pages can live on the current files', () => {
    const same = build('build-4', 'index-1', 'history-1')
    expect(unusedBuilds([ONE, same], 'build-4', [entry('index-1')])).toEqual(['build-1'])
  })
})
