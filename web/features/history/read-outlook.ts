import { METHOD_VERSION } from '../../insight/method-version.ts'
import type { Database } from '../../store/database.ts'
import { readInsights } from '../../store/insight-cache.ts'
import type { Outlook } from './outlook.ts'

/** What the insights say of a metric's days to come and of its levels; nothing where none are kept yet. */
export async function readOutlook(db: Database, metric: string): Promise<Outlook> {
  const kept = await readInsights(db, METHOD_VERSION)
  const forecast = kept?.analysis.forecasts.find((one) => one.metric === metric)
  return {
    forecast: forecast?.kind === 'forecast' ? forecast : undefined,
    changes: kept?.analysis.changes.filter((change) => change.metric === metric) ?? [],
  }
}
