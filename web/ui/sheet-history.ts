const DEPTH = 'sheetDepth'

/** The page, as far as going back in it goes. */
export interface PageHistory {
  readonly history: Pick<History, 'state' | 'pushState' | 'replaceState' | 'go'>
  readonly location: Pick<Location, 'href'>
  /** `pushState` and `replaceState` are the router's events: a navigation was carried out. */
  addEventListener(type: 'popstate' | 'pushState' | 'replaceState', listen: () => void, capture?: boolean): void
}

interface Moved {
  readonly by: 'pushState' | 'replaceState'
  readonly state: unknown
  readonly href: string
}

/**
 * For each thing that is open an entry in the session's history, so that the back button closes it and leaves the page
 * where it is. The function given for an `onBack` begins that; the one it answers ends it.
 *
 * What closes by other means takes its entry away by a step back, which the browser carries out some time later. Until
 * then nothing is done about what opens or closes, and nothing is closed by the step; then the entries are made to be as
 * many as what is open. A navigation that came in between is done again, because the step has left it.
 */
export function sheetHistory(page: PageHistory): (onBack: () => void) => () => void {
  const { history, location } = page
  const open: { readonly onBack: () => void }[] = []
  /** How deep a step back on its way leads, and where the page went before it was there. */
  let step: { readonly to: number; moved: Moved | undefined } | undefined

  const settle = () => {
    if (step !== undefined) return
    const depth = depthOf(history.state)
    for (let at = depth; at < open.length; at += 1) history.pushState(withDepth(history.state, at + 1), '')
    if (depth > open.length) {
      step = { to: open.length, moved: undefined }
      history.go(open.length - depth)
    }
  }

  for (const by of ['pushState', 'replaceState'] as const) {
    page.addEventListener(by, () => {
      if (step === undefined) return
      // A screen that was gone to and then spelled its address anew is still one to go to.
      step.moved = { by: step.moved?.by === 'pushState' ? 'pushState' : by, state: history.state, href: location.href }
    })
  }

  // Before the router hears of it, which would show the screen that was left for a moment.
  page.addEventListener(
    'popstate',
    () => {
      const depth = depthOf(history.state)
      if (step === undefined) {
        for (const { onBack } of open.slice(depth)) onBack()
        return
      }
      const { to, moved } = step
      // Some browsers count the step from where the page is by then: from the entry that has come on top.
      if (depth > to) {
        history.go(to - depth)
        return
      }
      step = undefined
      if (moved !== undefined) history[moved.by](withDepth(moved.state, to), '', moved.href)
      settle()
    },
    true,
  )

  return (onBack) => {
    const one = { onBack }
    open.push(one)
    // Later, because development mounts twice, and because a link followed from inside has its own entry by then.
    queueMicrotask(settle)
    return () => {
      open.splice(open.indexOf(one), 1)
      queueMicrotask(settle)
    }
  }
}

const depthOf = (state: unknown): number =>
  typeof state === 'object' && state !== null && DEPTH in state && typeof state[DEPTH] === 'number' ? state[DEPTH] : 0

const withDepth = (state: unknown, depth: number): object => ({
  ...(typeof state === 'object' ? state : undefined),
  [DEPTH]: depth,
})
