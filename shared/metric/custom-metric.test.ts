import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BUILT_IN_METRICS } from './catalogue.ts'
import { type CustomMetricDraft, customMetric, fieldsOfDraft, problemsOfDraft } from './custom-metric.ts'

const water: CustomMetricDraft = {
  name: 'Water',
  unit: 'glasses',
  min: 0,
  max: 30,
  step: 1,
  direction: 'up',
  aggregate: 'sum',
}

const draft: fc.Arbitrary<CustomMetricDraft> = fc
  .record({
    name: fc.string({ minLength: 1, maxLength: 40 }).filter((name) => name.trim() !== '' && name.trim().length <= 40),
    unit: fc.string({ maxLength: 12 }).filter((unit) => unit.trim().length <= 12),
    min: fc.integer({ min: -1000, max: 1000 }),
    range: fc.integer({ min: 1, max: 1000 }),
    step: fc.constantFrom(0.1, 0.25, 1, 10),
    direction: fc.constantFrom('up' as const, 'down' as const, 'none' as const),
    aggregate: fc.constantFrom('sum' as const, 'mean' as const, 'last' as const, 'max' as const),
  })
  .map(({ range, ...rest }) => ({ ...rest, max: rest.min + range }))

describe('a metric of one’s own', () => {
  it('is read back from the fields it was stored as, its words trimmed', () => {
    fc.assert(
      fc.property(draft, (d) => {
        expect(problemsOfDraft(d)).toEqual({})
        expect(customMetric('0190-uuid', fieldsOfDraft(d))).toEqual({
          ...d,
          name: d.name.trim(),
          unit: d.unit.trim(),
          id: '0190-uuid',
          quantity: 'plain',
          builtIn: false,
        })
      }),
    )
  })

  it.each([
    ['name', { name: '  ' }],
    ['name', { name: 'x'.repeat(41) }],
    ['unit', { unit: 'x'.repeat(13) }],
    ['min', { min: Number.NaN }],
    ['max', { max: Number.POSITIVE_INFINITY }],
    ['max', { max: 0 }],
    ['max', { min: 30 }],
    ['step', { step: 0 }],
    ['step', { step: -1 }],
    ['step', { step: Number.NaN }],
  ] as const)('says what is wrong with its %s', (field, part) => {
    const problems = problemsOfDraft({ ...water, ...part })
    expect(Object.keys(problems)).toEqual([field])
    expect(problems[field]).toMatch(/\.$/)
    expect(customMetric('0190-uuid', fieldsOfDraft({ ...water, ...part }))).toBeUndefined()
  })

  it('is none where a field is missing or not what it should be', () => {
    const fields = fieldsOfDraft(water)
    for (const missing of Object.keys(fields)) {
      for (const value of [null, '', {}, 'sideways', '7'])
        if (!(typeof value === 'string' && (missing === 'unit' || (missing === 'name' && value !== ''))))
          expect(
            customMetric('0190-uuid', { ...fields, [missing]: value }),
            `${missing} ${String(value)}`,
          ).toBeUndefined()
    }
    expect(customMetric('0190-uuid', {})).toBeUndefined()
  })

  it('cannot take the name of a field that means something else', () => {
    const ids = ['', 'deleted', 'steps@csv', ...BUILT_IN_METRICS.map(({ id }) => id)]
    for (const id of ids) expect(customMetric(id, fieldsOfDraft(water)), id).toBeUndefined()
  })
})
