import { describe, expect, it } from 'vitest'
import type { CivilDate } from '../../../shared/calendar/civil-date.ts'
import { COACH_ERRORS } from '../../../shared/coach/events.ts'
import type { Message } from '../../store/messages.ts'
import { liveTurns, rowsOf } from './conversation-rows.ts'
import { exportText } from './export-text.ts'
import { deviceMessage, questionMessage } from './made-messages.ts'
import { canRetry, problemText } from './problem-text.ts'

const when = (date: string, at = 0) => ({ date: date as CivilDate, at })
const question = (id: string, date: string, text = id) => questionMessage(id, text, when(date))
const answer = (id: string, asked: string, date: string, more: Partial<Message> = {}): Message => ({
  ...question(id, date),
  role: 'coach',
  by: 'device',
  question: asked,
  ...more,
})
const live = { turnId: 't', question: 'q1', agent: 'Llama', text: 'So', phase: 'streaming' } as const

describe('the rows of a conversation', () => {
  it('have each day once above what was said on it, also where a clock went backwards', () => {
    const rows = rowsOf([question('a', '2026-11-22'), question('b', '2026-11-23'), question('c', '2026-11-22')], [])
    expect(rows.map(({ key }) => key)).toEqual(['day 2026-11-22', 'a', 'day 2026-11-23', 'b', 'c'])
  })

  it('have what is on its way below what was said to its question, and above what was asked after it', () => {
    const messages = [question('q1', '2026-11-23'), answer('a1', 'q1', '2026-11-23'), question('q2', '2026-11-23')]
    expect(rowsOf(messages, [live]).map(({ key }) => key)).toEqual(['day 2026-11-23', 'q1', 'a1', 'live t', 'q2'])
    expect(rowsOf(messages.slice(2), [live]).map(({ kind }) => kind)).not.toContain('live')
  })

  it('have an answer once: as soon as it is written, what was on its way is gone', () => {
    const asked = { ...question('q1', '2026-11-23'), turn: 't' }
    expect(rowsOf([asked], [live]).map(({ kind }) => kind)).toEqual(['day', 'message', 'live'])
    const written = answer('a1', 'q1', '2026-11-23', { by: 'agent', turn: 't' })
    expect(rowsOf([asked, written], [live]).map(({ kind }) => kind)).toEqual(['day', 'message', 'message'])
  })
})

describe('what is on its way', () => {
  const turn = (turnId: string, asked: string) => ({
    turnId,
    question: asked,
    agent: { kind: 'letta', name: 'Llama', where: 'x' } as const,
  })

  it('is what runs here, what another page runs, and what comes after; not what waits for a network', () => {
    const queued = { ...question('q3', '2026-11-23'), state: 'queued' } as const
    const pending = [turn('t', 'q1'), turn('u', 'q2'), turn('v', 'q3')]
    const phases = (running?: typeof live) =>
      liveTurns(running, pending, [queued]).map(({ turnId, phase }) => `${turnId} ${phase}`)
    expect(phases(live)).toEqual(['t streaming', 'u other-turn'])
    expect(phases()).toEqual(['t waiting', 'u other-turn'])
    expect(liveTurns(undefined, [], [])).toEqual([])
  })
})

describe('a message of this device', () => {
  it('keeps each number with its place in the text, and what a follow-up refers to', () => {
    const figure = { text: '7.2 h', value: 7.21, unit: 'h', link: '/history?metric=sleep', figure: 'mean:sleep' }
    const message = deviceMessage(
      'a',
      {
        answer: { intent: 'value', parts: ['You slept ', figure, '.'], actions: [], suggestions: [] },
        memory: { metric: 'sleep' },
      },
      'q',
      when('2026-11-23'),
    )
    expect(message).toMatchObject({
      text: 'You slept 7.2 h.',
      figures: [{ at: 10, text: '7.2 h', value: 7.21, unit: 'h', link: '/history?metric=sleep' }],
      memory: { metric: 'sleep' },
      by: 'device',
      question: 'q',
    })
  })
})

describe('what is said of trouble', () => {
  it('is something of its own for whatever can be, and names the agent', () => {
    for (const code of COACH_ERRORS) {
      expect(problemText(code, 'Llama')).not.toBe('')
      if (!['cancelled', 'llm', 'upstream'].includes(code))
        expect(problemText(code, 'Llama')).not.toBe(problemText('?', 'Llama'))
    }
    expect(canRetry('cut')).toBe(true)
    expect(canRetry('budget')).toBe(false)
  })
})

describe('the exported conversation', () => {
  it('says who said what and what was sent along', () => {
    const text = exportText(
      [
        question('Why?', '2026-11-23'),
        answer('Because', 'Why?', '2026-11-23', {
          by: 'agent',
          agent: 'Llama',
          sentContext: { asOf: '2026-11-23', hash: 'h' },
        }),
      ],
      () => '12:00',
    )
    expect(text).toBe(
      '# Conversation with the coach of OwnIt\n\n## Mon 23 Nov 2026\n\n**You**, 12:00\n\nWhy?\n\n**Llama**, 12:00 (with the summary of 2026-11-23)\n\nBecause\n',
    )
  })
})
