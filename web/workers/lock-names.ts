/** Names of Web Locks, which all tabs of the origin share. */

/** Held while a file is read, planned or written. */
export const IMPORT_LOCK = 'import'
/** Held by the one worker that looks at the days. */
export const INSIGHT_LOCK = 'insight'
