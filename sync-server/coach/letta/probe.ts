import * as z from 'zod'
import { fail, ok, type Result } from '../../../shared/result/result.ts'
import type { LettaCalls } from './settings.ts'
import { PROTOCOL, type Trouble, tried } from './trouble.ts'

/** Whether the server takes the key, which its own check of health does not ask for, and has the model. */
export async function probe(
  { client, settings, platform }: LettaCalls,
  signal: AbortSignal,
): Promise<Result<null, Trouble>> {
  const agents = await tried(platform.now, () => client.agents.list({ limit: 1 }, { signal }))
  if (!agents.ok) return agents
  const models = await tried(platform.now, () => client.models.list({}, { signal }))
  if (!models.ok) return models
  const handles = modelsSchema.safeParse(models.value)
  if (!handles.success) return fail(PROTOCOL)
  return handles.data.some(({ handle }) => handle === settings.model)
    ? ok(null)
    : fail({ kind: 'failed', code: 'model_missing', retryable: false, accepted: 'no' })
}

const modelsSchema = z.array(z.looseObject({ handle: z.string().nullish() }))
