import { randomUUID } from 'node:crypto'

/** What a Letta server holds. */
export interface LettaState {
  readonly agents: Map<string, LettaAgent>
  /** Blocks outlive their agents. */
  readonly blocks: Map<string, LettaBlock>
  readonly archives: Map<string, { readonly id: string; readonly agentId: string }>
  readonly runs: Map<string, LettaRun>
  /** Runs by the otid of the message that began them; only a server with Redis knows them. */
  readonly runsByOtid: Map<string, LettaRun>
}

export interface LettaAgent {
  readonly id: string
  readonly name: string
  readonly model: string
  readonly system: string
  readonly tags: readonly string[]
  readonly createdAt: string
  readonly blockIds: string[]
  tools: { readonly id: string; readonly name: string }[]
  /** Messages, oldest first. A message of the model is several rows with one id. */
  readonly rows: LettaRow[]
  pending: { readonly toolCallId: string; readonly toolName: string } | undefined
}

export interface LettaBlock {
  readonly id: string
  readonly label: string
  value: string
  readonly read_only: boolean
}

export interface LettaRow {
  readonly id: string
  readonly message_type: string
  readonly otid: string
  readonly content: string
  readonly run_id: string
  readonly date: string
}

export interface LettaRun {
  readonly id: string
  readonly agentId: string
  readonly background: boolean
  status: 'running' | 'completed' | 'failed' | 'cancelled'
  /** Frames so far, each JSON or `event: ...`. */
  readonly frames: string[]
  /** The stream is complete. */
  over: boolean
  /** Called when there is more. */
  readonly readers: Set<() => void>
}

export const newState = (): LettaState => ({
  agents: new Map(),
  blocks: new Map(),
  archives: new Map(),
  runs: new Map(),
  runsByOtid: new Map(),
})

export const newId = (kind: string) => `${kind}-${randomUUID()}`

/** Adds a frame to a run and wakes who reads it. */
export function addFrame(run: LettaRun, frame: string): void {
  run.frames.push(frame)
  for (const wake of run.readers) wake()
}

export function endRun(run: LettaRun, status: LettaRun['status']): void {
  run.status = status
  run.over = true
  for (const wake of run.readers) wake()
}

/** The frames of a run from the first for which `from` holds, as they come, and `[DONE]`. */
export async function* framesOf(run: LettaRun, from: (frame: string) => boolean): AsyncGenerator<string> {
  let at = 0
  for (;;) {
    while (at < run.frames.length) {
      const frame = run.frames[at] ?? ''
      at += 1
      if (from(frame)) yield frame
    }
    if (run.over) break
    await new Promise<void>((resolve) => {
      const wake = () => {
        run.readers.delete(wake)
        resolve()
      }
      run.readers.add(wake)
    })
  }
  yield '[DONE]'
}
