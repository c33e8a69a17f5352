import { describe, expect, it } from 'vitest'
import { customMetric, fieldsOfDraft } from '../../../shared/metric/custom-metric.ts'
import { BLANK_METRIC, draftOfForm, formOfMetric, problemsOfForm } from './metric-form.ts'

const water = { ...BLANK_METRIC, name: 'Water', unit: 'ml', max: 5000 }

describe('a metric of one’s own', () => {
  it('is kept with a name and numbers that fit', () => {
    expect(problemsOfForm(water, [{ name: 'Weight' }])).toEqual({})
  })
  it('needs a name, and one that no other metric has', () => {
    expect(problemsOfForm({ ...water, name: ' ' }, []).name).toMatch(/name/)
    expect(problemsOfForm({ ...water, name: 'weight ' }, [{ name: 'Weight' }]).name).toMatch(/another/)
  })
  it('needs its numbers, the highest above the lowest', () => {
    expect(Object.keys(problemsOfForm({ ...water, min: undefined, step: undefined }, []))).toEqual(['min', 'step'])
    expect(problemsOfForm({ ...water, min: 10, max: 10 }, []).max).toMatch(/above/)
  })
  it('opens in the form as it was kept', () => {
    const kept = customMetric('0190', fieldsOfDraft(draftOfForm(water)))
    expect(kept && formOfMetric(kept)).toEqual(water)
  })
})
