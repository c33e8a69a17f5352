import type { ChangeHeader, ChangeId } from './change.ts'
import type { SaveProblem } from './save-problem.ts'

/** A change that is on the disk. A session's later edits come with the id of its first. */
export interface Committed extends ChangeHeader {
  readonly id: ChangeId
  readonly announce: boolean
}

/** `outdated`: a newer version has the data, reload. `blocked`: an older tab keeps this one from opening it. */
export type ConnectionEvent = 'outdated' | 'blocked'

type Listener<Event> = (event: Event) => void

/** A set of listeners: `listen` answers how to stop, `announce` calls each. */
function topic<Event>() {
  const listeners = new Set<Listener<Event>>()
  return {
    listen(listener: Listener<Event>): () => void {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    announce(event: Event): void {
      for (const listener of [...listeners]) listener(event)
    },
  }
}

const committed = topic<Committed>()
const saveProblem = topic<SaveProblem>()
const recovered = topic<number>()
const connection = topic<ConnectionEvent>()

/** Calls `listener` after each change made in this tab. Answers how to stop. */
export const onCommitted = committed.listen
export const announceCommitted = committed.announce

/** Calls `listener` when something could not be saved, for the trouble banner. Answers how to stop. */
export const onSaveProblem = saveProblem.listen
export const announceSaveProblem = saveProblem.announce

/** Calls `listener` when no change is outstanding any more, with the number that had failed and are now saved. */
export const onSaveRecovered = recovered.listen
export const announceRecovered = recovered.announce

/** Calls `listener` when another tab and this one are in each other's way. Answers how to stop. */
export const onConnection = connection.listen
export const announceConnection = connection.announce
