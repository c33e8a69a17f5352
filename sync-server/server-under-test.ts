import { Server } from 'node:http'
import { createAdaptorServer } from '@hono/node-server'
import { appUnderTest } from './app-under-test.ts'
import { readConfig } from './config.ts'
import { stopGracefully } from './graceful-stop.ts'
import type { RunningServer } from './http-contract-subject.ts'
import { nodePlatform } from './node-platform.ts'
import { openCoach } from './open-coach.ts'
import type { Store } from './store/ports.ts'

/** The server on Node, listening on a free port, with these environment variables; on `store`, else on SQLite in memory. */
export async function serverUnderTest(
  env: Readonly<Record<string, string>> = {},
  store?: Store,
): Promise<RunningServer> {
  const config = readConfig(env, '/')
  if (!config.ok) throw new Error(config.failure.join())
  const { signUp, quotaBytes, origins, coach } = config.value
  const agent = await openCoach(coach, { secret: 'a secret of which only tests know', fetch, now: Date.now })
  const own = appUnderTest({
    ...nodePlatform,
    signUp,
    quotaBytes,
    origins,
    agent,
    ...(store === undefined ? {} : { store }),
  })
  const server = createAdaptorServer({ fetch: own.app.hono.fetch })
  if (!(server instanceof Server)) throw new Error('expected an HTTP/1 server')
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('the server has no port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    async stop() {
      own.app.endStreams()
      await own.app.handOverTurns()
      await stopGracefully(server, 1000)
      await own.store.close()
    },
  }
}
