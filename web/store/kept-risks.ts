import { type CivilDate, parseCivilDate } from '../../shared/calendar/civil-date.ts'
import type { Database } from './database.ts'

/** What of a kept risk tells whether it is a new one. */
export interface KeptRisk {
  readonly id: string
  readonly metric: string | undefined
  readonly since: CivilDate
}

/**
 * The risks of the highest grade among the insights that were last worked out. By hand and not by the schema of all insights, which
 * is more than all else that a woken device loads to say its sentence.
 */
export async function readHighRisks(db: Database): Promise<readonly KeptRisk[]> {
  const kept = (await db.insight.get('result'))?.value
  const risks: unknown = typeof kept === 'object' && kept !== null ? Reflect.get(kept, 'risks') : undefined
  return Array.isArray(risks) ? risks.flatMap((risk: unknown) => highRisk(risk) ?? []) : []
}

function highRisk(value: unknown): KeptRisk | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const [id, severity, since, metric] = ['id', 'severity', 'since', 'metric'].map((name): unknown =>
    Reflect.get(value, name),
  )
  const from = typeof since === 'string' ? parseCivilDate(since) : undefined
  if (severity !== 'high' || typeof id !== 'string' || from === undefined) return undefined
  return { id, since: from, metric: typeof metric === 'string' ? metric : undefined }
}
