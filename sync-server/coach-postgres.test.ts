import { describeWithPostgres } from '../scripts/postgres/describe-with-postgres.ts'
import { describeCoachTurns } from './coach-contract.ts'
import { openPostgresStore } from './store/postgres/postgres-store.ts'

describeWithPostgres('with a Postgres', (postgres) => {
  describeCoachTurns('turns with an agent, on two processes with one Postgres', async () => {
    const url = await postgres().createDatabase('coach')
    const open = () =>
      openPostgresStore({
        url,
        newEpoch: () => crypto.randomUUID(),
        onProblem: (error) => {
          throw error
        },
      })
    const stores = [await open(), await open()] as const
    return {
      stores,
      dispose: async () => {
        await Promise.all(stores.map((store) => store.close()))
      },
    }
  })
})
