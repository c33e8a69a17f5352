import { randomUUID } from 'node:crypto'
import { addFrame, endRun, type LettaAgent, type LettaRow, type LettaRun, newId } from './letta-state.ts'

/** What the model does with a question. */
export type ModelOutcome =
  /** Says this, piece by piece. */
  | { readonly kind: 'says'; readonly pieces: readonly string[]; readonly stop?: string; readonly stopsTwice?: true }
  /** Says this, and then fails with an error in the stream. */
  | {
      readonly kind: 'fails'
      readonly pieces: readonly string[]
      readonly stop?: string
      /** The body of `event: error`. */
      readonly error: unknown
    }
  /** Says this, and then asks for a leave to use a tool. */
  | { readonly kind: 'asks'; readonly pieces: readonly string[] }
  /** Is cancelled by somebody else; with an event that clients do not hear of, or with a reason to stop. */
  | { readonly kind: 'cancelled'; readonly pieces: readonly string[]; readonly silently: boolean }

/** Runs a turn, whoever listens; the messages of it are kept when its step is over, and only if that went well. */
export async function runTurn(
  run: LettaRun,
  agent: LettaAgent,
  user: Pick<LettaRow, 'otid' | 'content'> | undefined,
  outcome: ModelOutcome,
  pauseMs: number,
): Promise<void> {
  const writer = frameWriter(run)
  writer.write({ id: newId('ping'), message_type: 'ping', otid: null, seq_id: null }, false)
  const message = newId('message')
  writer.write({ id: message, message_type: 'reasoning_message', reasoning: 'Thinking.', otid: slice(message, 0) })
  for (const piece of outcome.pieces) {
    await pause(pauseMs)
    if (run.status === 'cancelled') return over(run, writer, 'cancelled')
    // Content comes as a string, and as parts.
    const content = piece.length % 2 === 0 ? piece : [{ type: 'text', text: piece }]
    writer.write({ id: message, message_type: 'assistant_message', content, otid: slice(message, 1) })
  }
  await pause(pauseMs)
  switch (outcome.kind) {
    case 'says': {
      keep(run, agent, user, message, outcome.pieces.join(''))
      const reason = outcome.stop ?? 'end_turn'
      writer.stop(reason)
      if (outcome.stopsTwice) writer.stop(reason)
      writer.write(
        {
          message_type: 'usage_statistics',
          prompt_tokens: 345,
          completion_tokens: 12,
          total_tokens: 357,
          step_count: 1,
        },
        false,
      )
      return endRun(run, 'completed')
    }
    case 'fails':
      if (outcome.stop !== undefined) writer.stop(outcome.stop)
      addFrame(run, `event: error\ndata: ${JSON.stringify(outcome.error)}`)
      return endRun(run, 'failed')
    case 'asks': {
      agent.pending = { toolCallId: `call_${randomUUID()}`, toolName: 'web_search' }
      keep(run, agent, user, message, outcome.pieces.join(''))
      const call = { name: agent.pending.toolName, arguments: '{}', tool_call_id: agent.pending.toolCallId }
      writer.write({ id: message, message_type: 'approval_request_message', tool_call: call, otid: slice(message, 2) })
      writer.stop('requires_approval')
      return endRun(run, 'completed')
    }
    case 'cancelled':
      run.status = 'cancelled'
      if (outcome.silently) {
        addFrame(run, 'event: cancelled\ndata: {}')
        return endRun(run, 'cancelled')
      }
      return over(run, writer, 'cancelled')
  }
}

function over(run: LettaRun, writer: ReturnType<typeof frameWriter>, reason: string): void {
  writer.stop(reason)
  endRun(run, 'cancelled')
}

function frameWriter(run: LettaRun) {
  let seq = 0
  const common = { date: '2026-11-23T08:09:12+00:00', name: null, sender_id: null, step_id: null, is_err: null }
  return {
    write(fields: Readonly<Record<string, unknown>>, counts = true) {
      if (counts) seq += 1
      const seq_id = counts && run.background ? seq : null
      addFrame(run, JSON.stringify({ ...common, ...fields, seq_id, run_id: run.id }))
    },
    stop: (stop_reason: string) => addFrame(run, JSON.stringify({ message_type: 'stop_reason', stop_reason })),
  }
}

function keep(
  run: LettaRun,
  agent: LettaAgent,
  user: Pick<LettaRow, 'otid' | 'content'> | undefined,
  id: string,
  content: string,
): void {
  const row = { run_id: run.id, date: new Date(Date.parse('2026-11-23T08:09:12Z') + agent.rows.length * 1000).toJSON() }
  if (user !== undefined) agent.rows.push({ ...row, id: newId('message'), message_type: 'user_message', ...user })
  agent.rows.push({ ...row, id, message_type: 'reasoning_message', otid: slice(id, 0), content: 'Thinking.' })
  agent.rows.push({
    ...row,
    id,
    message_type: 'assistant_message',
    otid: slice(id, 1),
    content: content.toWellFormed(),
  })
}

/** Rows of one message differ in the low seven bits of its id. */
function slice(message: string, index: number): string {
  const uuid = message.replace('message-', '')
  const low = (Number.parseInt(uuid.slice(-2), 16) & 0x80) | index
  return uuid.slice(0, -2) + low.toString(16).padStart(2, '0')
}

const pause = (ms: number) =>
  new Promise<void>((resolve) => {
    if (ms === 0) setImmediate(resolve)
    else setTimeout(resolve, ms)
  })
