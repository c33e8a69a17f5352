import { expect, it } from 'vitest'
import { type CivilDate, parseCivilDate } from '../../../shared/calendar/civil-date.ts'
import { SLEEP, STEPS, WEIGHT } from '../../../shared/metric/catalogue.ts'
import { fieldsOfGoal, goalOf } from '../../insight/goal/goal.ts'
import { blankGoal, draftOfGoal, versionOfDraft } from './goal-draft.ts'

const today = parseCivilDate('2026-11-27') as CivilDate

it('begins with what most have for such a metric: more steps, less weight by a date', () => {
  expect(blankGoal(STEPS, today)).toMatchObject({ kind: 'atLeast', cadence: 'day' })
  expect(blankGoal(WEIGHT, today)).toMatchObject({ kind: 'atMost', cadence: 'byDate', until: '2027-02-19' })
})

it('becomes what the goal asks from today on, and comes back into the form as it was', () => {
  const draft = { ...blankGoal(SLEEP, today), low: 7.5 }
  const made = versionOfDraft(draft, SLEEP, today)
  if (!('version' in made)) throw new Error('no version')
  expect(made.version).toEqual({ from: today, rule: { kind: 'atLeast', low: 7.5 }, cadence: 'day', paused: false })
  const goal = goalOf('g', fieldsOfGoal('sleep', 1, made.version))
  expect(goal && draftOfGoal(goal, today)).toEqual(draft)
})

it('says what is missing or impossible, field by field', () => {
  const problems = (
    draft: Parameters<typeof versionOfDraft>[0],
    metric: Parameters<typeof versionOfDraft>[1] = STEPS,
  ) => {
    const made = versionOfDraft(draft, metric, today)
    return 'problems' in made ? Object.keys(made.problems) : []
  }
  expect(problems(blankGoal(STEPS, today))).toEqual(['low'])
  expect(problems({ ...blankGoal(STEPS, today), low: 1e12 })).toEqual(['low'])
  expect(problems({ ...blankGoal(WEIGHT, today), high: 70, until: '2026-11-27' }, WEIGHT)).toEqual(['until'])
  expect(problems({ ...blankGoal(WEIGHT, today), high: 70, until: '' }, WEIGHT)).toEqual(['until'])
  expect(versionOfDraft(blankGoal(undefined, today), undefined, today)).toMatchObject({
    problems: { metric: expect.any(String) },
  })
})
