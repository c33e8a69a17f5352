import * as z from 'zod'
import type { DayLimits } from '../store/coach-port.ts'

/** Which agent a server has, as its operator says it. */
export interface CoachConfig {
  readonly service: LettaService | OpenaiService
  /** What people read of who answers. */
  readonly name: string
  /** The host that questions go to. */
  readonly where: string
  readonly limits: DayLimits
}

export interface LettaService {
  readonly kind: 'letta'
  readonly baseUrl: string
  /** Null: the server asks for none. */
  readonly apiKey: string | null
  /** A handle: `provider/model`. */
  readonly model: string
  readonly webSearch: boolean
}

export interface OpenaiService {
  readonly kind: 'openai'
  /** What `/chat/completions` comes after. */
  readonly baseUrl: string
  readonly apiKey: string | null
  readonly model: string
}

const LETTA_CLOUD = 'https://api.letta.com'

const URL_RULE =
  'must be the address of a service: https://... or http://..., without a password, a query or a fragment'
const address = z.string().regex(/^https?:\/\/[^\s/?#@]+(?:\/[^\s?#]*)?$/, URL_RULE)
const key = z.string().regex(/^[\x20-\x7e]+$/, 'must be a key: one line of ASCII')
const model = z.string().trim().min(1, 'must be the name of a model').max(200)
const amount = (fallback: number) =>
  z
    .string()
    .regex(/^\d{1,12}$/, 'must be a whole number from 0 on')
    .transform(Number)
    .default(fallback)

/** The environment variables about the coach. */
export const COACH_SETTINGS = {
  COACH: z.enum(['', 'letta', 'openai'], 'must be letta, openai, or nothing').optional(),
  LETTA_BASE_URL: address.default(LETTA_CLOUD),
  LETTA_API_KEY: key.optional(),
  LETTA_MODEL: model.optional(),
  OPENAI_BASE_URL: address.optional(),
  OPENAI_API_KEY: key.optional(),
  OPENAI_MODEL: model.optional(),
  COACH_NAME: z.string().trim().min(1, 'must be a name').max(80, 'must be a name of 80 characters at most').optional(),
  COACH_TURNS_A_DAY: amount(50),
  COACH_TOKENS_A_DAY: amount(200_000),
  COACH_SERVER_TOKENS_A_DAY: amount(2_000_000),
  COACH_WEB_SEARCH: z.enum(['on', 'off'], 'must be on or off').default('off'),
}

const schema = z.object(COACH_SETTINGS)
type Settings = z.infer<typeof schema>

/** What does not go together, as [variable, what is wrong with it]. */
export function coachProblems(settings: Settings): readonly (readonly [keyof Settings, string])[] {
  const needs = (name: keyof Settings, why: string) =>
    settings[name] === undefined ? ([[name, `must be set as well: ${why}`]] as const) : []
  if (settings.COACH === 'letta') {
    const isCloud = settings.LETTA_BASE_URL.replace(/\/+$/, '') === LETTA_CLOUD
    return [
      ...needs('LETTA_MODEL', 'an agent needs a model, such as openai/gpt-4.1-mini'),
      ...(isCloud ? needs('LETTA_API_KEY', 'Letta Cloud asks for it') : []),
    ]
  }
  if (settings.COACH === 'openai')
    return [
      ...needs('OPENAI_BASE_URL', 'the address of the service, such as http://127.0.0.1:11434/v1'),
      ...needs('OPENAI_MODEL', 'the name of a model that the service has'),
      ...(settings.COACH_WEB_SEARCH === 'on'
        ? [['COACH_WEB_SEARCH', 'must be off: only letta can search'] as const]
        : []),
    ]
  return []
}

/** Undefined: the server has no agent. */
export function coachConfigOf(settings: Settings): CoachConfig | undefined {
  const service = lettaOf(settings) ?? openaiOf(settings)
  if (service === undefined) return undefined
  return {
    service,
    name: settings.COACH_NAME ?? service.model,
    where: new URL(service.baseUrl).host,
    limits: {
      turns: settings.COACH_TURNS_A_DAY,
      tokens: settings.COACH_TOKENS_A_DAY,
      serverTokens: settings.COACH_SERVER_TOKENS_A_DAY,
    },
  }
}

function lettaOf(settings: Settings): LettaService | undefined {
  const { COACH, LETTA_BASE_URL, LETTA_API_KEY, LETTA_MODEL, COACH_WEB_SEARCH } = settings
  if (COACH !== 'letta' || LETTA_MODEL === undefined) return undefined
  const apiKey = LETTA_API_KEY ?? null
  return { kind: 'letta', baseUrl: LETTA_BASE_URL, apiKey, model: LETTA_MODEL, webSearch: COACH_WEB_SEARCH === 'on' }
}

function openaiOf({ COACH, OPENAI_BASE_URL, OPENAI_API_KEY, OPENAI_MODEL }: Settings): OpenaiService | undefined {
  if (COACH !== 'openai' || OPENAI_BASE_URL === undefined || OPENAI_MODEL === undefined) return undefined
  return { kind: 'openai', baseUrl: OPENAI_BASE_URL, apiKey: OPENAI_API_KEY ?? null, model: OPENAI_MODEL }
}
