import type { FlowProblem } from './account-flow.ts'

const MINUTE_MS = 60_000

/** What a problem says to the person, with what to do about it. */
export function problemText(problem: FlowProblem): string {
  switch (problem.kind) {
    case 'offline':
      return 'The server cannot be reached. Check the connection and try again.'
    case 'wrong-credentials':
      return 'The e-mail address, or what was typed with it, is wrong.'
    case 'taken':
      return 'There is an account with this address already. Sign in to it, or use its recovery code.'
    case 'invalid-email':
      return 'This is no e-mail address.'
    case 'signup-closed':
      return 'This server takes no new accounts. Whoever runs it can change that.'
    case 'code-needed':
      return 'This server takes new accounts by invitation only. Type the invitation that you were given.'
    case 'throttled':
      return `That was tried too often. Try again ${waitText(problem.afterMs)}.`
    case 'signed-out':
      return 'This device is not signed in any more. Sign in and try again.'
    case 'keyslots-full':
      return 'The account has as many ways in as it may have. Sign in with the passphrase, then make a new recovery code.'
    case 'unexpected':
      return 'The server gave an answer that OwnIt does not understand. It may be in the middle of an update; try again later.'
    case 'no-vault':
      return 'This account was never finished and holds nothing. Create it again with the same address and passphrase.'
    case 'vault-shut':
      return 'The server let you in, but this does not open what is stored there. Use the recovery code or another device.'
  }
}

function waitText(afterMs: number | undefined): string {
  if (afterMs === undefined) return 'in a while'
  const minutes = Math.ceil(afterMs / MINUTE_MS)
  return minutes <= 1 ? 'in a minute' : `in ${minutes} minutes`
}
