import { healthContextValue } from '../../shared/coach/health-context.ts'
import { buildContext, type ContextChoice } from '../coach/build-context.ts'
import type { CoachFacts } from '../coach/facts.ts'
import type { ContextMade } from './coach-answer-schemas.ts'

/** The summary, byte for byte as it is shown and sent. */
export async function contextOf(facts: CoachFacts, choice: ContextChoice): Promise<ContextMade> {
  const value = healthContextValue(buildContext(facts, choice))
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(value))
  return { value, hash: base64url(hash), asOf: facts.today }
}

const base64url = (bytes: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')
