import { buildIfStale } from './build/build-if-stale.ts'
import { stopWithParent } from './stop-with-parent.ts'

// `npm start`: builds the app when its sources have changed since the last build, then serves it.
await buildIfStale()
stopWithParent()
await import('../sync-server/main.ts')
