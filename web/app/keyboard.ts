import { ROUTES } from './routes.ts'

/** What a key press asks for, or undefined: nothing of ours. */
export type Shortcut =
  | { readonly kind: 'go'; readonly path: string }
  | { readonly kind: 'log' }
  | { readonly kind: 'help' }

export interface KeyPress {
  readonly key: string
  readonly modified: boolean
  /** True inside a field, where letters are text. */
  readonly typing: boolean
}

const CHORD_MS = 1500

/**
 * Reads single keys and `g` chords. Returns a function to call with each key press and the time of it in ms;
 * the second key of a chord counts within 1.5 s.
 */
export function shortcutReader(): (press: KeyPress, at: number) => Shortcut | undefined {
  let goAt: number | undefined
  return ({ key, modified, typing }, at) => {
    if (modified || typing) return undefined
    const going = goAt !== undefined && at - goAt <= CHORD_MS
    goAt = undefined
    if (going) {
      const route = ROUTES.find((candidate) => candidate.key === key)
      return route === undefined ? undefined : { kind: 'go', path: route.path }
    }
    if (key === 'g') goAt = at
    else if (key === 'n') return { kind: 'log' }
    else if (key === '?') return { kind: 'help' }
    return undefined
  }
}
