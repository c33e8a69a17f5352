import { describeWithPostgres } from '../scripts/postgres/describe-with-postgres.ts'
import { describeServer } from './http-contract.ts'
import { serverUnderTest } from './server-under-test.ts'
import { openPostgresStore } from './store/postgres/postgres-store.ts'

describeWithPostgres('with a Postgres', (postgres) => {
  let servers = 0
  describeServer('the server on Node with Postgres', async (env) => {
    servers += 1
    const store = await openPostgresStore({
      url: await postgres().createDatabase(`http_${servers}`),
      newEpoch: () => crypto.randomUUID(),
      onProblem: (error) => {
        throw error
      },
    })
    return serverUnderTest(env, store)
  })
})
