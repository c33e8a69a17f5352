/** What a player is called on the boards: never a name that was asked for elsewhere. In NFC, 3 to 20 characters. */
export type Handle = string & { readonly __brand: 'Handle' }

export const HANDLE_LENGTH = { least: 3, most: 20 } as const

/** Letters A to Z, also with marks (é, ü, ş), digits, and single hyphens or underscores between them. */
const SHAPE = /^[a-z0-9]+(?:[-_][a-z0-9]+)*$/i

/** What is easily read as something else. In the order of replacing. */
const LOOK_ALIKES: readonly (readonly [RegExp, string])[] = [
  [/[-_]/g, ''],
  [/0/g, 'o'],
  [/[1i]/g, 'l'],
  [/rn/g, 'm'],
  [/vv/g, 'w'],
]

/**
 * The handle that `text` spells, or undefined. The alphabet is small on purpose: of letters that look the same in two scripts
 * only one is in it, so that what is left to confuse is told apart by `skeletonOf`.
 */
export function parseHandle(text: string): Handle | undefined {
  const handle = text.normalize('NFC')
  const bare = bareOf(handle)
  // As many letters as characters: each has one mark at most.
  if (handle.length !== bare.length || !SHAPE.test(bare)) return undefined
  if (handle.length < HANDLE_LENGTH.least || handle.length > HANDLE_LENGTH.most) return undefined
  return handle as Handle
}

/** The same for all handles that look alike; one of them can be had on a server. */
export function skeletonOf(handle: Handle): string {
  return LOOK_ALIKES.reduce((text, [pattern, by]) => text.replace(pattern, by), bareOf(handle).toLowerCase())
}

const bareOf = (text: string) => text.normalize('NFD').replace(/\p{Mn}/gu, '')
