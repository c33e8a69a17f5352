import type { Bench } from '../bench.ts'
import { ProxiedCoach } from './proxied-coach.ts'

const STREAMS = 200
const PIECES = 60
const PAUSE_MS = 100

/** The most memory that the server's process holds while 200 people are answered at once, each of them to the end. */
export const coachStreamsBench: Bench = async () => {
  const answer = Array.from({ length: PIECES }, (_, n) => `word ${n} of a long answer `)
  const coach = await ProxiedCoach.start({ answer, pauseMs: PAUSE_MS })
  const accounts = await coach.server.newAccounts(STREAMS)
  const before = await coach.server.memory()
  let most = before
  const watching = setInterval(() => {
    void coach.server.memory().then((now) => {
      most = Math.max(most, now)
    })
  }, 250)
  const start = performance.now()
  const turns = await Promise.all(accounts.map((account) => coach.ask(account)))
  for (const turn of await Promise.all(turns.map(({ over }) => over))) coach.expectWhole(turn)
  const seconds = (performance.now() - start) / 1000
  clearInterval(watching)
  await coach.stop()
  return [
    {
      name: 'coach-200-streams-memory',
      value: most / 1e6,
      detail: `${(before / 1e6).toFixed(0)} MB before; ${seconds.toFixed(1)} s for answers that take ${(PIECES * PAUSE_MS) / 1000} s`,
    },
  ]
}
