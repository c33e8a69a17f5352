/** How long a tab must be out of sight before it may reload by itself, in ms: a glance at another app is not leaving. */
export const OUT_OF_SIGHT_MS = 20_000

/**
 * Calls `apply` once the tab has been out of sight for a while with nothing going on in it: no field has the focus, no
 * dialog is open, no import is under way, `isBusy` says no. Returns a function that calls it off.
 */
export function applyWhenUnwatched(apply: () => Promise<void>, isBusy: () => boolean): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const look = () => {
    clearTimeout(timer)
    if (document.visibilityState !== 'hidden') return
    timer = setTimeout(() => {
      if (isInUse() || isBusy()) look()
      else void apply()
    }, OUT_OF_SIGHT_MS)
  }
  document.addEventListener('visibilitychange', look)
  look()
  return () => {
    clearTimeout(timer)
    document.removeEventListener('visibilitychange', look)
  }
}

function isInUse(): boolean {
  const focused = document.activeElement
  const typing =
    focused instanceof HTMLElement && (focused.isContentEditable || focused.matches('input, textarea, select'))
  return typing || location.pathname === '/import' || document.querySelector('dialog[open]') !== null
}
