const RELOADED_AT = 'stale-chunk-reloaded-at'
const ONCE_WITHIN_MS = 60_000

/**
 * Without a service worker (or with its files evicted) a tab can ask for a file of a build the server no longer has.
 * The error boundary shows the failure; when the server is there, a reload brings the new build, at most once a minute.
 */
export function reloadOnStaleChunk(): void {
  window.addEventListener('vite:preloadError', () => {
    const last = Number(sessionStorage.getItem(RELOADED_AT) ?? 0)
    if (Date.now() - last < ONCE_WITHIN_MS) return
    fetch('/', { method: 'HEAD', cache: 'no-store' }).then(
      ({ ok }) => {
        if (!ok) return
        sessionStorage.setItem(RELOADED_AT, String(Date.now()))
        location.reload()
      },
      () => {
        // Unreachable: a reload would lose the page that is shown for one that cannot come.
      },
    )
  })
}
