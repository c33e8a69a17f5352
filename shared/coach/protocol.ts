/** Raised with every change of the messages: see protocol.test.ts. */
export const COACH_PROTOCOL_VERSION = 1

/** The paths of the routes. */
export const COACH_PATHS = {
  /** GET: what agent there is. DELETE: forget everything, at the agent's service too. */
  coach: '/api/coach',
  turns: '/api/coach/turns',
  resume: '/api/coach/turns/resume',
  cancel: '/api/coach/turns/cancel',
  acknowledge: '/api/coach/turns/acknowledge',
} as const

/** How long a server keeps a turn that nobody has acknowledged, in ms. */
export const TURN_KEPT_MS = 24 * 3_600_000

/** What the field `code` of an answer says where its status alone does not. */
export const COACH_PROBLEMS = {
  /** 404: no such turn, or it is another account's. */
  unknown: 'TURN_UNKNOWN',
  /** 403: that is not the key of the turn. */
  key: 'TURN_KEY',
  /** 409: there is a turn of this id, and it asked something else. */
  differs: 'TURN_DIFFERS',
  /** 409: the turn is still running. */
  running: 'TURN_RUNNING',
  /** 502: the service could not be made to forget, or not be asked whether it has. `failure` is one of COACH_ERRORS. */
  kept: 'COACH_KEPT',
} as const
