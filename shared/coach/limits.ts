/** One set of limits of the coach for every side. Lengths are UTF-16 code units unless they say otherwise. */
export const COACH_LIMITS = {
  /** A question. */
  questionLength: 4000,
  /** What a person chose to tell an agent of themself. */
  aboutLength: 500,
  /** Code points of the context of a turn. */
  contextCodePoints: 8000,
  /** Messages before the question, for agents that remember nothing themselves. */
  recentMessages: 12,
  /** All of their text together. */
  recentLength: 8000,
  /** Bytes of a reply in UTF-8: what an agent says beyond is not read. */
  replyBytes: 64 * 1024,
  /** Bytes of the body of a request: what is above, escaped in JSON at its worst, and room for the rest. */
  bodyBytes: 128 * 1024,
} as const

/** A stream that has nothing to say says so as often as this, in ms. */
export const COACH_HEARTBEAT_MS = 15_000
