import { connect, type Socket } from 'node:net'
import { latestDateAt, weekOf } from '../../shared/leaderboard/period.ts'
import { LEADERBOARD_PATHS } from '../../shared/leaderboard/protocol.ts'
import type { Bench } from '../bench.ts'
import { median } from '../statistics.ts'
import { type SignedIn, SyncServer } from '../sync/sync-server.ts'

const LISTENERS = 500
/** Fewer than the streams that an account may have. */
const PER_ACCOUNT = 50
const UPDATES = 15
/** Longer than changes are gathered for. */
const PAUSE_MS = 400

/**
 * From a score that is sent until the last of 500 who look at its board has been told, over HTTP, with all of them in this
 * process. In a moment in which changes are gathered, the wait for its end comes on top: 200 ms at most.
 */
export const leaderboardEventsBench: Bench = async () => {
  const server = await SyncServer.start()
  const accounts = await server.newAccounts(LISTENERS / PER_ACCOUNT)
  const period = weekOf(latestDateAt(Date.now() - 14 * 3_600_000))
  for (const [index, account] of accounts.entries()) {
    const handle = `bench-${'abcdefghjk'.charAt(index)}${index}`
    await send(account, 'PUT', LEADERBOARD_PATHS.player, { handle })
    await send(account, 'PUT', LEADERBOARD_PATHS.boards, { board: 'steps' })
  }
  let left = 0
  let told: () => void = () => undefined
  const onPoke = () => {
    left -= 1
    if (left === 0) told()
  }
  const path = `${LEADERBOARD_PATHS.events}?${new URLSearchParams({ board: 'steps', period, scope: 'everyone' })}`
  const streams = await Promise.all(
    accounts.flatMap((account) => Array.from({ length: PER_ACCOUNT }, () => listen(account, path, onPoke))),
  )
  const times: number[] = []
  for (let update = -5; update < UPDATES; update += 1) {
    const all = new Promise<void>((resolve) => {
      told = resolve
    })
    left = LISTENERS
    const from = performance.now()
    const account = accounts[(update + LISTENERS) % accounts.length] as SignedIn
    await send(account, 'POST', LEADERBOARD_PATHS.scores, {
      scores: [{ board: 'steps', period, score: 1000 + update }],
    })
    await all
    if (update >= 0) times.push(performance.now() - from)
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
  }
  for (const stream of streams) stream.destroy()
  await server.stop()
  return [
    {
      name: 'leaderboard-events-to-500',
      value: median(times),
      detail: `at most ${Math.max(...times).toFixed(0)} ms`,
    },
  ]
}

// By bare sockets, which cost a fraction of fetch: those who listen must not be what is measured.
function listen({ url, cookie }: SignedIn, path: string, onPoke: () => void): Promise<Socket> {
  const { hostname, port, host } = new URL(url)
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname)
    socket.write(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\nCookie: ${cookie}\r\n\r\n`)
    socket.setEncoding('latin1')
    socket.on('data', (text: string) => {
      if (text.includes('event: poke')) onPoke()
      else if (text.startsWith('HTTP/1.1 200')) resolve(socket)
      else if (text.startsWith('HTTP/1.1')) reject(new Error(`the events were answered with ${text.slice(0, 30)}`))
    })
    socket.on('error', reject)
  })
}

async function send({ url, cookie }: SignedIn, method: string, path: string, body: object): Promise<void> {
  const headers = { cookie, 'content-type': 'application/json' }
  const response = await fetch(new URL(path, url), { method, headers, body: JSON.stringify(body) })
  if (!response.ok) throw new Error(`${method} ${path} was answered with ${response.status}`)
  await response.body?.cancel()
}
