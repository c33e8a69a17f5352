/** Resolves after so many ms, or when the signal is aborted. */
export function paused(ms: number, signal: AbortSignal): Promise<'waited' | 'aborted'> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve('aborted')
    const end = (how: 'waited' | 'aborted') => () => {
      clearTimeout(id)
      signal.removeEventListener('abort', abort)
      resolve(how)
    }
    const abort = end('aborted')
    const id = setTimeout(end('waited'), ms)
    signal.addEventListener('abort', abort, { once: true })
  })
}

/** Resolves after so many ms, unless it is cleared before. */
export function timer(ms: number) {
  let id: ReturnType<typeof setTimeout> | undefined
  const whenOut = new Promise<'out'>((resolve) => {
    id = setTimeout(() => resolve('out'), ms)
  })
  return { whenOut, clear: () => clearTimeout(id) }
}

/** Resolves when a signal is aborted. Cleared once nobody waits, because signals live long. */
export function whenAborted(signal: AbortSignal) {
  let aborted = () => {}
  const promise = new Promise<'aborted'>((resolve) => {
    aborted = () => resolve('aborted')
    if (signal.aborted) aborted()
    else signal.addEventListener('abort', aborted, { once: true })
  })
  return { whenAborted: promise, clear: () => signal.removeEventListener('abort', aborted) }
}
