import { createHash, timingSafeEqual } from 'node:crypto'

/** Who may make an account: everybody, nobody, or who has the invitation code. */
export type SignUpPolicy =
  | { readonly kind: 'open' }
  | { readonly kind: 'closed' }
  | { readonly kind: 'code'; readonly code: string }

/** `open`, `closed` or `code:` and the code, of 4 characters or more. Undefined: none of these. */
export function parseSignUpPolicy(text: string): SignUpPolicy | undefined {
  if (text === 'open' || text === 'closed') return { kind: text }
  const code = /^code:(\S{4,200})$/.exec(text)?.[1]
  return code === undefined ? undefined : { kind: 'code', code }
}

export function admits(policy: SignUpPolicy, code: string | undefined): 'admitted' | 'closed' | 'code' {
  if (policy.kind === 'open') return 'admitted'
  if (policy.kind === 'closed') return 'closed'
  return code !== undefined && timingSafeEqual(hash(code), hash(policy.code)) ? 'admitted' : 'code'
}

// Of equal length whatever came, so that the time taken says nothing of the code.
const hash = (text: string) => createHash('sha256').update(text).digest()
