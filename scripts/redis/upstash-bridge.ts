import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import * as z from 'zod'
import { RedisConnection, RedisRefusal, type Reply } from './redis-connection.ts'

/** A Redis by HTTP, as Upstash offers it: as much of its REST API as its client uses. */
export interface UpstashBridge {
  readonly url: string
  readonly token: string
  stop(): Promise<void>
}

const part = z.union([z.string(), z.number(), z.boolean()]).transform(String)
const commandSchema = z.array(part).min(1)
const pipelineSchema = z.array(commandSchema)

/** Listens on a free port of loopback, before the Redis at `port`. */
export async function startUpstashBridge(
  port: number,
  token = 'a token of which only tests know',
): Promise<UpstashBridge> {
  const redis = new RedisConnection(port)
  const server = createServer((request, response) => {
    void answer(redis, token, request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('the bridge does not listen')
  return {
    url: `http://127.0.0.1:${address.port}`,
    token,
    async stop() {
      redis.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function answer(redis: RedisConnection, token: string, request: IncomingMessage, response: ServerResponse) {
  const reply = (status: number, body: unknown) => {
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(JSON.stringify(body))
  }
  try {
    if (request.headers.authorization !== `Bearer ${token}`) return reply(401, { error: 'Unauthorized' })
    const body = await readJson(request)
    if (request.url === '/pipeline') {
      const replies = await Promise.all(pipelineSchema.parse(body).map((command) => redis.send(command)))
      return reply(200, replies.map(resultOf))
    }
    if (request.url === '/multi-exec') {
      const commands = [['MULTI'], ...pipelineSchema.parse(body), ['EXEC']]
      const replies = await Promise.all(commands.map((command) => redis.send(command)))
      const outcome = replies.at(-1)
      if (!Array.isArray(outcome))
        return reply(400, outcome instanceof RedisRefusal ? { error: outcome.message } : outcome)
      return reply(200, outcome.map(resultOf))
    }
    const outcome = resultOf(await redis.send(commandSchema.parse(body)))
    return reply('error' in outcome ? 400 : 200, outcome)
  } catch (error) {
    return reply(503, { error: error instanceof Error ? error.message : String(error) })
  }
}

const resultOf = (reply: Reply): { readonly result: Reply } | { readonly error: string } =>
  reply instanceof RedisRefusal ? { error: reply.message } : { result: reply }

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return JSON.parse(Buffer.concat(chunks).toString('utf8'))
}
