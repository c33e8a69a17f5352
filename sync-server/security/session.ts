import type { AccountId } from '../store/ports.ts'

/** A device that is signed in. */
export interface Session {
  readonly id: string
  readonly account: AccountId
}

/** A session as its owner sees it among the others; times in ms since 1970 UTC. */
export interface SessionOfAccount {
  readonly id: string
  readonly deviceName: string
  readonly createdAt: number
  readonly lastSeenAt: number
}

/** A session that was found valid, and what its answer has to set so that it lasts. */
export interface CheckedSession {
  readonly session: Session
  readonly setCookies: readonly string[]
}

export interface Sessions {
  /** The session of a request's cookie; undefined where there is none, or it is over. */
  check(cookies: string | undefined): Promise<CheckedSession | undefined>
  /** Whether the session still lasts, asked of the database, and not prolonged by asking. */
  isValid(cookies: string | undefined): Promise<boolean>
  list(account: AccountId): Promise<readonly SessionOfAccount[]>
  /** Ends one session of the account. False: it has none of that id. */
  end(account: AccountId, id: string): Promise<boolean>
}

/** Tells which sessions are over, to whoever holds something open for one. */
export interface EndedSessions {
  /** Calls the listener once when the session ends. Returns how to stop. */
  onEnd(session: Session, listener: () => void): () => void
}
