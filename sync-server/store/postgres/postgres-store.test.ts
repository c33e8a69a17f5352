import { describeWithPostgres } from '../../../scripts/postgres/describe-with-postgres.ts'
import { describeStore } from '../contract.ts'
import { openPostgresStore } from './postgres-store.ts'

describeWithPostgres('with a Postgres', (postgres) => {
  describeStore('the Postgres store', async () => {
    const url = await postgres().createDatabase('contract')
    const open = () =>
      openPostgresStore({
        url,
        newEpoch: () => crypto.randomUUID(),
        onProblem: (error) => {
          throw error
        },
      })
    const [store, otherProcess] = await Promise.all([open(), open()])
    return {
      store,
      otherProcess,
      otherConnection: otherProcess,
      dispose: async () => {
        await Promise.all([store.close(), otherProcess.close()])
      },
    }
  })
})
