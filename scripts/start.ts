import { buildIfStale } from './build/build-if-stale.ts'

// `npm start`: builds the app when its sources have changed since the last build, then serves it.
await buildIfStale()
stopWithParent()
await import('../sync-server/main.ts')

/**
 * Asks this process to stop once npm is gone. A signal to npm reaches the shell between it and us, and that shell ends
 * without passing it on: the server would stay, and keep its port.
 */
function stopWithParent(): void {
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
  }, 500).unref()
}
