import type { CoachTrouble } from '../../coach-agent/coach-client.ts'

/** Why an agent's answer did not come, or not whole, and what to do about it. `agent`: what it is called. */
export function problemText(problem: string, agent: string): string {
  switch (problem) {
    case 'cancelled':
      return 'Stopped.'
    case 'budget':
      return `The questions to ${agent} for today are used up. They begin again at midnight UTC.`
    case 'busy':
      return `${agent} is still answering another question. Ask again in a moment.`
    case 'rate_limited':
      return `${agent} is asked too often right now. Try again in a minute.`
    case 'quota':
      return `The operator’s account for ${agent} is used up. Whoever runs the server can renew it.`
    case 'unauthorized':
      return `${agent} does not take this server’s key. Whoever runs the server has to set it right.`
    case 'model_missing':
    case 'no_agent':
    case 'not_found':
    case 'protocol':
      return `${agent} is not set up rightly. Whoever runs the server has to look at it.`
    case 'approval_pending':
      return `${agent} wanted to use a tool, which it may not. Try again.`
    case 'unreachable':
      return `${agent} cannot be reached. Try again later.`
    case 'timeout':
      return `${agent} took too long. Try again.`
    case 'cut':
      return `The answer of ${agent} broke off.`
    case 'context_overflow':
      return `This was more than ${agent} can hold. Ask without the summary, or more shortly.`
    case 'signed_out':
      return `This device is not signed in any more. Sign in on the Sync screen to ask ${agent}.`
    case 'refused':
    case 'invalid':
      return `The server did not take the question for ${agent}. Reload the app, and try again.`
    case 'memory_reset':
      return `${agent} was made anew, and no longer knows what was said before.`
    case 'context_stale':
      return `${agent} answered from an older summary, because the new one could not be given to it.`
    case 'max_tokens':
      return 'The answer was cut at the most it may be.'
    default:
      return `${agent} failed to answer. Try again.`
  }
}

/** Whether it may help to ask the same again. */
export function canRetry(problem: string): boolean {
  return !['memory_reset', 'context_stale', 'budget', 'quota', 'unauthorized', 'model_missing', 'no_agent'].includes(
    problem,
  )
}

/** Why an agent could not be made to forget. */
export function forgetProblemText({ kind }: CoachTrouble, agent: string): string {
  if (kind === 'signed-out') return 'This device is not signed in. Sign in on the Sync screen first.'
  if (kind === 'too-many') return `${agent} is still answering. Stop it, or wait, and try again.`
  if (kind === 'kept')
    return `${agent} could not be made to forget, or could not be asked whether it has. Try again; until then some of it may be there.`
  return 'The server cannot be reached. Nothing was deleted there; try again later.'
}
