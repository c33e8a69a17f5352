import { describe, expect, it } from 'vitest'
import type { Coach } from '../port.ts'
import { ANSWER, type LettaDouble } from './letta-double.ts'
import { lettaSubject } from './letta-subject.ts'

const MESSAGES = /^POST \/v1\/conversations\/default\/messages$/

/** What the adapter for Letta does with the agents of people. */
export function describeLettaAgents(coachAt: (double: LettaDouble) => Coach): void {
  const subject = lettaSubject(coachAt)
  const { ask, userRows, questions } = subject
  const whole = { type: 'done', text: ANSWER.join(''), stop: 'end_turn' }

  describe('the agent of a person', () => {
    it('is made once, without tools, with a memory that it may not change, and named after nobody', async () => {
      const { ref, turn } = await ask({ about: { mark: 'a', value: 'Runs <b>' } })
      expect(ref).toEqual({ agentId: expect.stringMatching(/^agent-/), contextMark: 'mark-1', aboutMark: 'a' })
      const [agent, ...others] = subject.double.state.agents.values()
      expect(others).toEqual([])
      expect(agent).toMatchObject({ tools: [], tags: ['app:test', `u:${turn.person.pseudonym}`] })
      const blocks = agent?.blockIds.map((id) => subject.double.state.blocks.get(id))
      expect(blocks?.map((block) => [block?.label, block?.read_only])).toEqual([
        ['persona', true],
        ['human', true],
        ['health_context', true],
      ])
      expect(blocks?.[1]?.value).toBe('{"told":"Runs \\u003cb\\u003e"}')
      expect(blocks?.[2]?.value).toBe('{"sleep":{"level":6.4}}')
      await ask({ person: turn.person, about: turn.about, ...(ref !== undefined && { ref }) })
      expect(subject.double.state.agents.size).toBe(1)
      expect(subject.double.requests.filter(({ method }) => method === 'PATCH')).toEqual([])
    })

    it('loses the tools that its server gives to everyone', async () => {
      subject.double.server.defaultTools = ['conversation_search', 'memory_insert', 'run_code']
      expect((await ask()).end).toMatchObject(whole)
      expect([...subject.double.state.agents.values()].map(({ tools }) => tools)).toEqual([[]])
    })

    it.each(['along-time', 'along-order'] as const)(
      'is found by its tag, the oldest of several, which are deleted: %s',
      async (paging) => {
        subject.double.server.paging = paging
        const { turn, ref } = await ask()
        const [oldest] = subject.double.state.agents.values()
        if (oldest === undefined) throw new Error('there is an agent')
        for (const second of [2, 3]) {
          const id = `agent-${crypto.randomUUID()}`
          const block = { id: `block-${crypto.randomUUID()}`, label: 'health_context', value: 'old', read_only: true }
          subject.double.state.blocks.set(block.id, block)
          subject.double.state.agents.set(id, {
            ...oldest,
            id,
            createdAt: `2026-11-24T00:00:0${second}Z`,
            blockIds: [block.id],
          })
        }
        const again = await ask({ person: turn.person })
        expect(again.end).toMatchObject(whole)
        expect(again.ref?.agentId).toBe(ref?.agentId)
        expect([...subject.double.state.agents.keys()]).toEqual([ref?.agentId])
        expect(subject.double.state.blocks.size).toBe(3)
      },
    )

    it('is used though the answer to its creation was lost, and never made twice', async () => {
      subject.double.faults.push({ on: /^POST \/v1\/agents\/$/, fault: { kind: 'reset', accepted: true } })
      expect((await ask()).end).toMatchObject(whole)
      expect(subject.double.state.agents.size).toBe(1)
    })

    it('that was deleted upstream is made anew, once, and the turn says that it remembers nothing', async () => {
      const { ref, turn } = await ask()
      subject.double.state.agents.clear()
      const again = await ask({ person: turn.person, ...(ref !== undefined && { ref }) })
      expect(again.end).toMatchObject({ ...whole, memoryReset: true })
      expect(again.ref?.agentId).not.toBe(ref?.agentId)
      expect(userRows()).toHaveLength(1)
    })

    it('that is deleted over and over is given up', async () => {
      subject.double.faults.push({
        on: MESSAGES,
        fault: { kind: 'status', status: 404, body: { detail: 'NOT_FOUND: Agent not found' } },
        times: 9,
      })
      const { end } = await ask()
      expect(end).toMatchObject({ type: 'error', code: 'not_found', accepted: 'no' })
      expect(questions()).toHaveLength(2)
    })

    it('is not made with a model that is not there', async () => {
      subject.double.server.models = ['vllm/other']
      expect((await ask()).end).toMatchObject({ code: 'model_missing', retryable: false, accepted: 'no' })
    })
  })

  describe('the context', () => {
    const patches = () => subject.double.requests.filter(({ method }) => method === 'PATCH')
    const contextOf = () =>
      [...subject.double.state.blocks.values()].find(({ label }) => label === 'health_context')?.value
    const next = { mark: 'mark-2', value: '{"sleep":{"level":7.1}}' }

    it('is written when it changed, and only then', async () => {
      const { ref, turn } = await ask()
      const second = await ask({ person: turn.person, ...(ref !== undefined && { ref }), context: next })
      expect(second.ref).toEqual({ ...ref, contextMark: 'mark-2' })
      expect(contextOf()).toBe(next.value)
      await ask({ person: turn.person, ...(second.ref !== undefined && { ref: second.ref }), context: next })
      expect(patches()).toHaveLength(1)
    })

    it('that the agent does not take leaves it with the old one, and the answer says so', async () => {
      const { ref, turn } = await ask()
      subject.double.server.blockLimit = 5
      const { end, ref: after } = await ask({ person: turn.person, ...(ref !== undefined && { ref }), context: next })
      expect(end).toMatchObject({ ...whole, contextStale: true })
      expect(after).not.toHaveProperty('contextMark')
      subject.double.server.blockLimit = undefined
      await ask({ person: turn.person, ...(after !== undefined && { ref: after }), context: next })
      expect(contextOf()).toBe(next.value)
    })

    it('that is taken back is gone before anything is asked, or nothing is', async () => {
      const { ref, turn } = await ask()
      subject.double.faults.push({ on: /^PATCH .*health_context$/, fault: { kind: 'status', status: 500, body: '' } })
      const refused = await ask({ person: turn.person, ...(ref !== undefined && { ref }), context: null })
      expect(refused.end).toMatchObject({ type: 'error', accepted: 'no', retryable: true })
      expect(questions()).toHaveLength(1)
      const second = await ask({ person: turn.person, ...(ref !== undefined && { ref }), context: null })
      expect(second.end).toMatchObject(whole)
      expect(contextOf()).toBe('{}')
    })
  })

  describe('forgetting', () => {
    it('deletes agent, blocks and archives, and has looked', async () => {
      const { ref, turn } = await ask()
      const archive = `archive-${crypto.randomUUID()}`
      subject.double.state.archives.set(archive, { id: archive, agentId: ref?.agentId ?? '' })
      const gone = await subject.coach.forget(turn.person, ref)
      expect(gone).toEqual({ ok: true, value: { agents: 1, blocks: 3, archives: 1 } })
      const { agents, blocks, archives, runs } = subject.double.state
      expect([agents.size, blocks.size, archives.size, runs.size]).toEqual([0, 0, 0, 0])
      expect(await subject.coach.forget(turn.person, ref)).toEqual({
        ok: true,
        value: { agents: 0, blocks: 0, archives: 0 },
      })
    })

    it('finds the agent though nobody knows it any more', async () => {
      const { turn } = await ask()
      expect(await subject.coach.forget(turn.person, undefined)).toMatchObject({ ok: true, value: { agents: 1 } })
      expect(subject.double.state.agents.size).toBe(0)
    })

    it('leaves nothing readable when it is stopped in the middle, and can be done again', async () => {
      const { ref, turn } = await ask()
      subject.double.faults.push({ on: /^DELETE \/v1\/agents/, fault: { kind: 'status', status: 500, body: '' } })
      expect(await subject.coach.forget(turn.person, ref)).toEqual({ ok: false, failure: 'upstream' })
      expect([...subject.double.state.blocks.values()].map(({ value }) => value)).toEqual(['', '', ''])
      expect(await subject.coach.forget(turn.person, ref)).toMatchObject({ ok: true })
    })

    it('fails where something is left', async () => {
      const { ref, turn } = await ask()
      subject.double.faults.push({ on: /^DELETE \/v1\/blocks/, fault: { kind: 'status', status: 404, body: {} } })
      expect(await subject.coach.forget(turn.person, ref)).toEqual({ ok: false, failure: 'upstream' })
    })
  })

  it('says whether it is ready', async () => {
    const { signal } = new AbortController()
    expect(await subject.coach.probe(signal)).toEqual({ ok: true, value: null })
    subject.double.server.models = []
    expect(await subject.coach.probe(signal)).toEqual({ ok: false, failure: 'model_missing' })
    subject.double.faults.push({ on: /agents/, fault: { kind: 'status', status: 401, body: {} } })
    expect(await subject.coach.probe(signal)).toEqual({ ok: false, failure: 'unauthorized' })
  })
}
