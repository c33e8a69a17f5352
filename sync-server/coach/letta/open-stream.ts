import type { Result } from '../../../shared/result/result.ts'
import { denial } from './approvals.ts'
import type { FrameStream } from './read-stream.ts'
import { addOtid, otidOf, type RunningTurn } from './running-turn.ts'
import { type Trouble, tried } from './trouble.ts'

/** Model calls of a turn; the server's default is 50. */
const MAX_STEPS = 4

export type Opened = Result<FrameStream, Trouble>

/** Asks the question. On this route the server locks the conversation, and knows a message again that is sent twice. */
export function openQuestion(turn: RunningTurn): Promise<Opened> {
  turn.opening = 'question'
  return create(turn, { role: 'user', content: turn.text ?? '', otid: otidOf(turn) })
}

/** Says no to the calls of tools for which the agent waits, so that it goes on without them. */
export function openDenial(turn: RunningTurn, callIds: readonly string[]): Promise<Opened> {
  turn.opening = 'denial'
  return create(turn, denial(callIds, addOtid(turn)))
}

/** What has come since the cursor of a turn in the background, and what comes. */
export function openAgain(turn: RunningTurn): Promise<Opened> {
  const { calls, agentId, signal, cursor, runId } = turn
  turn.opening = 'again'
  const body = {
    agent_id: agentId,
    include_pings: true,
    ...(runId === undefined ? { otid: otidOf(turn) } : { run_id: runId }),
    ...(cursor !== undefined && { starting_after: cursor }),
  }
  return tried(calls.platform.now, () => calls.client.conversations.messages.stream('default', body, { signal }))
}

type Message = ReturnType<typeof denial> | { readonly role: 'user'; readonly content: string; readonly otid: string }

function create({ calls, agentId, signal, inBackground }: RunningTurn, message: Message): Promise<Opened> {
  return tried(calls.platform.now, () =>
    calls.client.conversations.messages.create(
      'default',
      {
        agent_id: agentId,
        messages: [message],
        streaming: true,
        stream_tokens: true,
        background: inBackground,
        // The head of the answer comes with the first of them. Without them it would wait for the model, and time out.
        include_pings: true,
        max_steps: MAX_STEPS,
        // Not what the model thinks by itself, nor what it tells tools.
        include_return_message_types: ['assistant_message', 'approval_request_message'],
      },
      { signal },
    ),
  )
}
