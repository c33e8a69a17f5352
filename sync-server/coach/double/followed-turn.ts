import type { CoachEnd, CoachEvent, CoachRef, CoachTurn } from '../port.ts'

/** What a turn came to. */
export interface FollowedTurn {
  readonly events: readonly CoachEvent[]
  readonly end: CoachEnd
  /** All deltas, joined. */
  readonly text: string
  /** The last that was told. */
  readonly ref: CoachRef | undefined
  readonly runId: string | undefined
  /** Of the last delta since the run was named. */
  readonly cursor: number | undefined
}

/** Reads a turn to its end, and holds it to what every turn keeps to. `partial`: the reply before it. */
export async function followed(events: AsyncIterable<CoachEvent>, partial = ''): Promise<FollowedTurn> {
  const all: CoachEvent[] = []
  for await (const event of events) all.push(event)
  const ends = all.filter((event): event is CoachEnd => event.type === 'done' || event.type === 'error')
  const [end] = ends
  if (end === undefined) throw new Error('a turn has an end')
  must(ends.length === 1 && all[all.length - 1] === end, 'a turn has one end, and nothing after it')
  let text = partial
  let ref: CoachRef | undefined
  let runId: string | undefined
  let cursor: number | undefined
  for (const event of all) {
    if (event.type === 'ref') ref = event.ref
    if (event.type === 'run') {
      runId = event.runId
      cursor = undefined
    }
    if (event.type !== 'delta') continue
    must(event.text !== '' && event.text.isWellFormed(), 'a delta has text, and no half of a character')
    text += event.text
    cursor = event.cursor
  }
  must((end.type === 'done' ? end.text : end.partial) === text, 'the end says all that was said')
  return { events: all, end, text, ref, runId, cursor }
}

function must(holds: boolean, rule: string): void {
  if (!holds) throw new Error(rule)
}

let turns = 0

/** A question of a person of whom nothing is known yet. */
export function newQuestion(more: Partial<CoachTurn> = {}): CoachTurn {
  turns += 1
  return {
    person: { pseudonym: `${turns.toString(16).padStart(8, '0')}${'ab'.repeat(12)}` },
    ref: undefined,
    otid: crypto.randomUUID(),
    text: 'Why was I tired this week?',
    context: { mark: 'mark-1', value: '{"sleep":{"level":6.4}}' },
    about: null,
    recent: [],
    ...more,
  }
}
