import { buildIfStale } from './build/build-if-stale.ts'

// `npm start`: builds the app when its sources have changed since the last build, then serves it.
await buildIfStale()
await import('../sync-server/main.ts')
