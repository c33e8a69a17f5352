import Letta from '@letta-ai/letta-client'

export interface LettaSettings {
  /** Of Letta Cloud, or of a server of one's own. */
  readonly baseUrl: string
  /** Null: the server asks for none. */
  readonly apiKey: string | null
  /** A handle: `provider/model`. */
  readonly model: string
  /** Tells the agents of this server from those of others that share its account at Letta. */
  readonly instance: string
  /** Lets the agent search the web, which tells whoever is asked what the agent looks for. */
  readonly webSearch: boolean
}

/** What time and the network are. */
export interface LettaPlatform {
  readonly fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>
  /** ms since 1970 UTC. */
  readonly now: () => number
  readonly times: LettaTimes
}

/** All in ms. */
export interface LettaTimes {
  /** Until an answer begins. */
  readonly headers: number
  /** Of silence in a stream: a server that lives says so every 20 s. */
  readonly idle: number
  /** From the reason why a turn stopped to the end of its stream, which some servers never close. */
  readonly afterStop: number
  /** Before a stream that broke off is opened again; doubled each time that brings nothing. */
  readonly pause: number
  /** Between two looks at a turn that cannot be followed. */
  readonly poll: number
  /** For a whole turn. */
  readonly turn: number
}

export const LETTA_TIMES: LettaTimes = {
  headers: 30_000,
  idle: 45_000,
  afterStop: 2_000,
  pause: 500,
  poll: 1_000,
  turn: 5 * 60_000,
}

/** What every request to a server needs. */
export interface LettaCalls {
  readonly client: Letta
  readonly settings: LettaSettings
  readonly platform: LettaPlatform
}

/**
 * A client that does what is said here and nothing else: it tries nothing again (a message would be sent twice), logs nothing (bodies
 * hold health data), reads no address and no key from the environment, and follows no redirection.
 */
export const lettaClient = ({ baseUrl, apiKey }: LettaSettings, { fetch, times }: LettaPlatform): Letta =>
  new Letta({
    baseURL: baseUrl,
    apiKey,
    maxRetries: 0,
    timeout: times.headers,
    logLevel: 'off',
    logger: SILENT,
    fetch,
    fetchOptions: { redirect: 'manual' },
  })

const say = () => undefined
const SILENT = { error: say, warn: say, info: say, debug: say }
