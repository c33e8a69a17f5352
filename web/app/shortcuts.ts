import { ROUTES } from './routes.ts'

/** The list that `?` shows. Arrows are Today's own. */
export const SHORTCUTS: readonly { readonly keys: string; readonly does: string }[] = [
  { keys: 'n', does: 'Log a value' },
  ...ROUTES.map(({ key, title }) => ({ keys: `g ${key}`, does: `Go to ${title}` })),
  { keys: '← →', does: 'Previous or next day, on Today' },
  { keys: '?', does: 'Show this list' },
]
