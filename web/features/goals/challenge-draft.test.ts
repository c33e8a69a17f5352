import { expect, it } from 'vitest'
import { BUILT_IN_METRICS } from '../../../shared/metric/catalogue.ts'
import { blankChallenge, type ChallengeDraft, LOGGED, planOfDraft } from './challenge-draft.ts'

const draft: ChallengeDraft = { ...blankChallenge('steps'), name: ' Walk ', low: 6000 }
const read = (change: Partial<ChallengeDraft>) => planOfDraft({ ...draft, ...change }, BUILT_IN_METRICS)

it('becomes a plan: each day from today, or days in a row within twice as many', () => {
  const task = { of: 'value', metric: 'steps', rule: { kind: 'atLeast', low: 6000 } }
  expect(read({})).toEqual({ plan: { name: 'Walk', task, days: 7, within: 7 } })
  expect(read({ shape: 'row', days: 10 })).toEqual({ plan: { name: 'Walk', task, days: 10, within: 20 } })
  expect(read({ metric: LOGGED })).toMatchObject({ plan: { task: { of: 'logged' } } })
  expect(read({ kind: 'recorded' })).toMatchObject({ plan: { task: { of: 'recorded', metric: 'steps' } } })
})

it('says what is missing or impossible, field by field', () => {
  const problems = (change: Partial<ChallengeDraft>) => {
    const made = read(change)
    return 'problems' in made ? Object.keys(made.problems) : []
  }
  expect(problems({ name: ' ' })).toEqual(['name'])
  expect(problems({ name: 'x'.repeat(61) })).toEqual(['name'])
  for (const days of [undefined, 1, 2.5, 366]) expect(problems({ days })).toEqual(['days'])
  expect(problems({ days: 200, shape: 'row' })).toEqual(['days'])
  expect(problems({ low: undefined })).toEqual(['low'])
  expect(problems({ metric: 'gone' })).toEqual(['metric'])
})
