/**
 * Asks this process to stop once npm is gone. A signal to npm reaches the shell between it and us, and that shell ends
 * without passing it on: the server would stay, and keep its port.
 */
export function stopWithParent(): void {
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
  }, 500).unref()
}
