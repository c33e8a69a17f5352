/** How long a line may wait for others, in ms. */
export const WAIT_MS = 20

export interface BatchedWriter {
  write(text: string): void
  /** Writes at once what waits; for when the process ends. */
  flush(): void
}

/** Writes what comes within a moment together, in one system call, where each request has a line. */
export function batchedWriter(
  write: (text: string) => void,
  every: (ms: number, run: () => void) => () => void,
): BatchedWriter {
  let waiting: string[] = []
  let stop: (() => void) | undefined

  function flush(): void {
    stop?.()
    stop = undefined
    if (waiting.length === 0) return
    const text = waiting.join('')
    waiting = []
    write(text)
  }

  return {
    write(text) {
      waiting.push(text)
      stop ??= every(WAIT_MS, flush)
    },
    flush,
  }
}
