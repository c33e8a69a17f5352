import type { CoachConfig } from './coach/coach-config.ts'
import { coachSecrets } from './coach/coach-secrets.ts'
import type { Coach } from './coach/port.ts'
import type { CoachAgent } from './coach/service.ts'

export interface CoachPlatform {
  /** The server's one secret: it names accounts to the agent's service. */
  readonly secret: string
  readonly fetch: typeof fetch
  /** ms since 1970 UTC. */
  readonly now: () => number
}

/** The agent that is configured; undefined where none is. */
export async function openCoach(
  config: CoachConfig | undefined,
  platform: CoachPlatform,
): Promise<CoachAgent | undefined> {
  if (config === undefined) return undefined
  const { name, where, limits } = config
  return { coach: await coachOf(config, platform), name, where, limits }
}

// Each is loaded only where it is used.
async function coachOf({ service }: CoachConfig, { secret, fetch, now }: CoachPlatform): Promise<Coach> {
  if (service.kind === 'openai') {
    const [{ openaiCoach }, { OPENAI_TIMES }] = await Promise.all([
      import('./coach/openai/openai-coach.ts'),
      import('./coach/openai/settings.ts'),
    ])
    return openaiCoach(service, { fetch, now, times: OPENAI_TIMES })
  }
  const [{ lettaCoach }, { LETTA_TIMES }] = await Promise.all([
    import('./coach/letta/letta-coach.ts'),
    import('./coach/letta/settings.ts'),
  ])
  return lettaCoach({ ...service, instance: coachSecrets(secret).instance }, { fetch, now, times: LETTA_TIMES })
}
