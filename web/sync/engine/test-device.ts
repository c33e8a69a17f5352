import { ok } from '../../../shared/result/result.ts'
import type { SyncRequest, SyncResponse } from '../../../shared/sync/messages.ts'
import type { OpenVault } from '../vault/open-vault.ts'
import type { DeviceClock } from './device-clock.ts'
import type { ModelServer } from './model-server.ts'
import type { Replica } from './replica.ts'
import { runSync, type SyncOutcome } from './run-sync.ts'
import type { Transport } from './transport.ts'

/** For tests: the time everywhere, and what each device takes it for. ms since 1970 UTC. */
export interface TestTime {
  now: number
}

/** A clock that is wrong by `wrong` ms; `wrong` may be changed. */
export interface TestClock extends DeviceClock {
  wrong: number
}

export function testClock(time: TestTime, wrong = 0): TestClock {
  const clock: TestClock = { wrong, now: () => time.now + clock.wrong, steady: () => time.now }
  return clock
}

/** A network with nothing wrong with it; notes what passes. */
export function directTransport(server: ModelServer, time: TestTime) {
  const exchanges: { readonly request: SyncRequest; readonly response: SyncResponse }[] = []
  const transport: Transport = {
    async exchange(request) {
      const response = server.exchange(request, time.now)
      exchanges.push({ request, response })
      return ok(response)
    },
  }
  return { transport, exchanges }
}

/** One run with a signal of its own. */
export function syncOnce(
  replica: Replica,
  transport: Transport,
  vault: OpenVault,
  clock: DeviceClock,
): Promise<SyncOutcome> {
  return runSync({ replica, transport, vault, clock }, new AbortController().signal)
}
