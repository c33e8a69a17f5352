import { fail, type Result } from '../../shared/result/result.ts'
import type { Change, ChangeId, ChangeInTurn } from './change.ts'
import type { Database } from './database.ts'
import type { SaveProblem } from './save-problem.ts'
import { announceSaveProblem } from './store-events.ts'

/**
 * The write path, apart from the first load: the first picture only reads, and this is here long before anybody has
 * typed. Fetched by `fetchCommit` as the app starts.
 */
type WritePath = typeof import('./commit.ts')
let path: Promise<WritePath> | undefined

/**
 * [D11] One promise for all who wait, so that they go on in the order they came: each asking for the file by itself, the
 * first would also wait for what comes with it, and what was typed first would be written last.
 */
function load(): Promise<WritePath> {
  path ??= import('./commit.ts').catch((error: unknown) => {
    path = undefined
    throw error
  })
  return path
}

/** Begins to fetch the write path. A failure is not said here: the first write tries again, and says it. */
export function fetchCommit(): void {
  load().catch((error: unknown) => console.info('The write path is not here yet:', error))
}

/** A change that needs ids of its own, which are made by what is not in the first load either. */
export type ChangeWithIds = (newId: () => string) => Change

/** As `commit`. Where the write path cannot be fetched, that is the problem, and the trouble banner is told. */
export async function commitWhenLoaded(
  db: Database,
  change: Change | ChangeInTurn,
): Promise<Result<ChangeId, SaveProblem>> {
  let loaded: WritePath
  try {
    loaded = await load()
  } catch (cause) {
    const message = 'A part of the app could not be loaded. Connect to the network and reload the page.'
    const problem: SaveProblem = { kind: 'unknown', message, cause }
    announceSaveProblem(problem)
    return fail(problem)
  }
  return loaded.commit(db, change)
}

/** As `retryFailed` of the write path. */
export async function retryFailedWhenLoaded(db: Database): Promise<Result<number, SaveProblem>> {
  const { retryFailed } = await load()
  return retryFailed(db)
}
