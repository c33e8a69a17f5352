export interface OpenAiSettings {
  /** What `/chat/completions` comes after. */
  readonly baseUrl: string
  /** Null: the service asks for none. */
  readonly apiKey: string | null
  readonly model: string
}

/** What time and the network are. */
export interface OpenAiPlatform {
  readonly fetch: (input: string, init: RequestInit) => Promise<Response>
  /** ms since 1970 UTC. */
  readonly now: () => number
  readonly times: OpenAiTimes
}

/** All in ms. */
export interface OpenAiTimes {
  /** Until an answer begins: a model on a small machine is read from its disk first. */
  readonly headers: number
  /** Of silence in a stream. A model on a small machine reads a long prompt before it says anything. */
  readonly idle: number
  /** From the reason why a reply ended to the end of its stream. */
  readonly afterStop: number
  /** For a whole turn. */
  readonly turn: number
}

export const OPENAI_TIMES: OpenAiTimes = { headers: 120_000, idle: 120_000, afterStop: 2_000, turn: 5 * 60_000 }
