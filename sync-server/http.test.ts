import { Server } from 'node:http'
import { createAdaptorServer } from '@hono/node-server'
import { appUnderTest } from './app-under-test.ts'
import { readConfig } from './config.ts'
import { stopGracefully } from './graceful-stop.ts'
import { describeServer } from './http-contract.ts'
import { nodePlatform } from './node-platform.ts'

describeServer('the server on Node with SQLite', async (env = {}) => {
  const config = readConfig(env, '/')
  if (!config.ok) throw new Error(config.failure.join())
  const { signUp, quotaBytes, origins } = config.value
  const { app, store } = appUnderTest({ ...nodePlatform, signUp, quotaBytes, origins })
  const server = createAdaptorServer({ fetch: app.hono.fetch })
  if (!(server instanceof Server)) throw new Error('expected an HTTP/1 server')
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('the server has no port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    async stop() {
      app.endStreams()
      await stopGracefully(server, 1000)
      await store.close()
    },
  }
})
