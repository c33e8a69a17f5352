import { useState } from 'react'
import { type Memory, NO_MEMORY } from '../../coach/answer.ts'
import type { Asked } from '../../coach/ask.ts'
import type { Consent } from '../../coach-agent/consent.ts'
import { dayAndTime } from '../../coach-agent/day-and-time.ts'
import { lateDesk } from '../../coach-agent/late-desk.ts'
import type { Edit } from '../../store/change.ts'
import { newId } from '../../store/identifiers.ts'
import { deleteMessageEdit, type Message, messageEdit } from '../../store/messages.ts'
import { useCommit, useDatabase } from '../../store/react.tsx'
import { memorySchema, pageCoach } from '../../workers/coach-client.ts'
import { partsReady } from './late-parts.ts'
import { deviceMessage, questionMessage } from './made-messages.ts'

export interface Asking {
  /** Asks, of this device or of an agent. Answers whether it was taken; not taken, what was typed is to stay where it is. */
  readonly ask: (text: string, options?: AskOptions) => Promise<boolean>
  /** Asks a question that is there already once more, of the agent. */
  readonly askAgent: (question: Message, instead?: Message) => Promise<boolean>
  /** This device is on it. */
  readonly isBusy: boolean
  readonly problem: string | undefined
}

export interface AskOptions {
  /** A question that this one stands in for: it and its answers go, and come back with undo. */
  readonly instead?: Message
}

interface AskingInput {
  readonly messages: readonly Message[]
  /** What is agreed to when it is called; undefined where no agent may be asked. */
  readonly readAgreed: () => Promise<Consent | undefined>
  readonly onSuggestions: (suggestions: readonly string[]) => void
}

/** What no agent is asked: who is in danger, or wants to be told what they have or what to take, is told where to go. */
const ANSWERED_HERE: readonly string[] = ['crisis', 'diagnosis', 'medication']

const NOT_FOR_AN_AGENT = 'What you have, what to take, and danger are for people who can help. No agent is asked that.'

/** How questions are asked, and what is written of them. */
export function useAsking({ messages, readAgreed, onSuggestions }: AskingInput): Asking {
  const db = useDatabase()
  const commit = useCommit()
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()

  const write = async (edits: readonly Edit[], label?: string): Promise<boolean> => {
    const kind = label === undefined ? 'edit' : 'delete'
    const saved = await commit({ kind, label: label ?? 'Asked the coach', announce: label !== undefined, edits })
    setProblem(saved.ok ? undefined : saved.failure.message)
    return saved.ok
  }

  const hand = async (
    question: Message,
    asked: Asked,
    consent: Consent,
    replaced: readonly Edit[],
  ): Promise<boolean> => {
    const { agent } = consent
    if (agent === null) return false
    const { newTurnName, pendingTurn } = await import('./made-turn.ts')
    const desk = await lateDesk(db)
    const turn = newTurnName(
      (bytes) => crypto.getRandomValues(bytes),
      () => crypto.randomUUID(),
    )
    const when = await dayAndTime(db)
    const pending = await pendingTurn({
      turn,
      agent,
      consent,
      question,
      earlier: before(messages, question),
      fallback: (id) => messageEdit(deviceMessage(id, asked, question.id, when)),
      makeSummary: (withNames) => pageCoach().context(withNames),
      newId,
    })
    if (!(await write([messageEdit({ ...question, turn: turn.turnId }), ...replaced]))) return false
    // Not waited for: the answer comes when it comes, and is shown as it does.
    desk.ask(pending).catch((error: unknown) => setProblem(error instanceof Error ? error.message : String(error)))
    return true
  }

  const busy = async (work: () => Promise<boolean>): Promise<boolean> => {
    setBusy(true)
    try {
      return await work()
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error))
      return false
    } finally {
      setBusy(false)
    }
  }

  return {
    isBusy,
    problem,
    ask: (text, { instead } = {}) =>
      busy(async () => {
        const gone = instead === undefined ? [] : withAnswers(messages, instead)
        const stay = messages.filter((message) => !gone.includes(message))
        const asked = await pageCoach().ask(text, memoryOf(stay))
        const to = await readAgreed()
        const question = questionMessage(newId(), text, await dayAndTime(db))
        const deletions = gone.map(({ id }) => deleteMessageEdit(id))
        if (deletions.length > 0 && !(await write(deletions, 'Question replaced'))) return false
        onSuggestions(asked.answer.suggestions)
        if (to?.asksAgent === true && !ANSWERED_HERE.includes(asked.answer.intent)) return hand(question, asked, to, [])
        const answer = deviceMessage(newId(), asked, question.id, await dayAndTime(db))
        await partsReady([answer])
        return write([messageEdit(question), messageEdit(answer)])
      }),
    askAgent: (question, instead) =>
      busy(async () => {
        const asked = await pageCoach().ask(question.text, memoryOf(before(messages, question)))
        const to = await readAgreed()
        if (to === undefined) return false
        if (ANSWERED_HERE.includes(asked.answer.intent)) {
          setProblem(NOT_FOR_AN_AGENT)
          return false
        }
        return hand(question, asked, to, instead === undefined ? [] : [deleteMessageEdit(instead.id)])
      }),
  }
}

const before = (messages: readonly Message[], question: Message) => messages.filter(({ id }) => id < question.id)

/** A question and what was answered to it. */
export const withAnswers = (messages: readonly Message[], question: Message): readonly Message[] =>
  messages.filter(({ id, question: asked }) => id === question.id || asked === question.id)

/** What a follow-up refers to: the last answer of this device. */
function memoryOf(messages: readonly Message[]): Memory {
  const parsed = memorySchema.safeParse(messages.findLast(({ by }) => by === 'device')?.memory)
  return parsed.success ? parsed.data : NO_MEMORY
}
