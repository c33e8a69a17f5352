/** A device's clocks, in ms. */
export interface DeviceClock {
  /** The time of day, since 1970 UTC, as right or wrong as the device has it. */
  readonly now: () => number
  /** Time that has passed, from any zero: it never jumps. It may stand while the device sleeps. */
  readonly steady: () => number
}

export interface ClockReading {
  readonly now: number
  readonly steady: number
}

/** [C4] A clock that is off by more is put right, in ms. */
export const WRONG_BY_MS = 60_000

export const readClocks = ({ now, steady }: DeviceClock): ClockReading => ({ now: now(), steady: steady() })

/**
 * [C4] What is to be added to the device's clock after an answer, in ms; 0 where it can be trusted. `current` stays while
 * it is right within a minute, so that a clock off by just that does not flicker. The server read its clock at some moment
 * of the round trip: half of it is added, and half of it is doubt.
 */
export function offsetAfter(current: number, sent: ClockReading, received: ClockReading, serverTime: number): number {
  const doubt = Math.max(0, received.steady - sent.steady) / 2
  const measured = Math.round(serverTime + doubt - received.now)
  if (Math.abs(measured - current) - doubt <= WRONG_BY_MS) return current
  return Math.abs(measured) - doubt <= WRONG_BY_MS ? 0 : measured
}

const lastAnswers = new WeakMap<DeviceClock, ClockReading>()

/** Notes what the clocks showed when the server said what time it is. */
export function trustClock(clock: DeviceClock, received: ClockReading): void {
  lastAnswers.set(clock, received)
}

/**
 * Whether the clock has run evenly since the server last said what time it is. If not, it has to be asked before anything
 * is sent that this clock has stamped.
 */
export function isTrusted(clock: DeviceClock): boolean {
  const last = lastAnswers.get(clock)
  if (last === undefined) return false
  const { now, steady } = readClocks(clock)
  return Math.abs(now - last.now - (steady - last.steady)) < WRONG_BY_MS / 2
}
