import { canonicalJson } from '../../../shared/document/canonical-json.ts'
import { type ExperimentPlan, normalPlan } from './plan.ts'

/** SHA-256, as Web Crypto has it. */
export type Sha256 = (bytes: Uint8Array<ArrayBuffer>) => Promise<ArrayBuffer>

/**
 * The SHA-256 of the plan as canonical JSON, in hexadecimal. Kept from before the first day, it shows at the end that
 * neither outcome nor test nor order was changed once there were days to look at.
 */
export async function lockOf(plan: ExperimentPlan, sha256: Sha256): Promise<string> {
  const text = canonicalJson({ ...normalPlan(plan) })
  const hash = new Uint8Array(await sha256(new TextEncoder().encode(text)))
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
