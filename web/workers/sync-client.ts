import type { SyncPort } from '../sync/runtime/start-sync.ts'

/** Starts the worker that synchronises for this page. */
export const startSyncWorker = (): SyncPort =>
  new Worker(new URL('./sync.worker.ts', import.meta.url), { type: 'module' })
