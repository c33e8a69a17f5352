import type { Bench } from '../bench.ts'
import { median, quantile } from '../statistics.ts'
import type { SignedIn } from '../sync/sync-server.ts'
import { ProxiedCoach } from './proxied-coach.ts'

const ACCOUNTS = 8
const ROUNDS = 200
const WARM_UP = 40

/** What the server adds until the first piece of an answer is there, against asking the model itself, turn and turn about. */
export const coachProxyBench: Bench = async () => {
  const coach = await ProxiedCoach.start({ answer: ['Because ', 'of the nights.'], pauseMs: 0 })
  const accounts = await coach.server.newAccounts(ACCOUNTS)
  const [direct, proxied]: [number[], number[]] = [[], []]
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    const account = accounts[(round + WARM_UP) % ACCOUNTS] as SignedIn
    const start = performance.now()
    await coach.firstTokenDirectly()
    const between = performance.now()
    const turn = await coach.ask(account)
    await turn.until(1)
    const end = performance.now()
    coach.expectWhole(await turn.over)
    if (round < 0) continue
    direct.push(between - start)
    proxied.push(end - between)
  }
  await coach.stop()
  const detail = [direct, proxied].map((all) => `p50 ${median(all).toFixed(1)}, p95 ${quantile(all, 0.95).toFixed(1)}`)
  return [
    {
      name: 'coach-first-token-added-p50',
      value: median(proxied) - median(direct),
      detail: `directly ${detail[0]} ms; by the server ${detail[1]} ms`,
    },
  ]
}
