/** What a device can be woken for. It decides itself what there is to say, if anything. */
export const REMINDER_KINDS = ['log-today', 'streak-at-risk', 'goal-reached', 'new-risk', 'weekly-report'] as const

export type ReminderKind = (typeof REMINDER_KINDS)[number]

/** The paths of the routes. */
export const PUSH_PATHS = {
  key: '/api/push/key',
  subscription: '/api/push/subscription',
  later: '/api/push/later',
} as const

export const PUSH_LIMITS = {
  /** Characters of an endpoint: those of browsers have some 200, Windows' up to 700. */
  endpointLength: 1024,
  /** Subscriptions of an account: one for each of its devices. */
  subscriptions: 32,
  /** Bytes of the body of a request. */
  bodyBytes: 8 * 1024,
} as const

/** By how much "later" is later, in minutes. */
export const LATER_MINUTES = 60

/** What the field `code` of an answer says where its status alone does not. */
export const PUSH_PROBLEMS = {
  /** 404: this server wakes nobody. */
  off: 'PUSH_OFF',
  /** 400: the endpoint belongs to no push service that this server knows. */
  endpoint: 'PUSH_ENDPOINT',
  /** 409: the account has as many devices that are woken as it may. */
  full: 'PUSH_FULL',
} as const
