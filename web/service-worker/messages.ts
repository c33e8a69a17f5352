/** The worker asks a page which build it runs. The page answers on the port that comes with the question. */
export const ASK_BUILD = 'ask-build'
/** A page has started: builds that no page runs any more can go. */
export const PAGE_STARTED = 'page-started'
/** A person, or a page nobody looks at, wants the waiting build. The name is workbox-window's. */
export const SKIP_WAITING = 'SKIP_WAITING'

/** The `type` of a message between page and worker, or undefined for anything else. */
export function messageType(data: unknown): string | undefined {
  if (typeof data !== 'object' || data === null || !('type' in data)) return undefined
  return typeof data.type === 'string' ? data.type : undefined
}

/** What a page answers to `ASK_BUILD`: the path of its entry script, whose hash pins every file of its build. */
export interface BuildAnswer {
  readonly entry: string
}

/** The entry path in an answer, or undefined where there is none. */
export function answeredEntry(data: unknown): string | undefined {
  if (typeof data !== 'object' || data === null || !('entry' in data)) return undefined
  return typeof data.entry === 'string' ? data.entry : undefined
}
