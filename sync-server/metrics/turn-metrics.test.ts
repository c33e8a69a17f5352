import { expect, it } from 'vitest'
import { createServerMetrics } from './server-metrics.ts'

it('turns are counted by how they ended, with their tokens, and those that run', async () => {
  const { registry, turns } = createServerMetrics('1.2.3', [])
  turns.begun()
  turns.begun()
  turns.over('done', 42)
  turns.refused('budget')
  const text = await registry.metrics()
  for (const line of [
    'ownit_coach_turns_total{outcome="done"} 1',
    'ownit_coach_turns_total{outcome="budget"} 1',
    'ownit_coach_turns_total{outcome="unreachable"} 0',
    'ownit_coach_tokens_total 42',
    'ownit_coach_turns_running 1',
  ])
    expect(text).toContain(`${line}\n`)
})
