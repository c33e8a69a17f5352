import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describeCoachTurns } from './coach-contract.ts'
import { openSqliteStore } from './store/sqlite/sqlite-store.ts'

describeCoachTurns('turns with an agent, on two connections to one SQLite file', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ownit-coach-'))
  const open = () => openSqliteStore({ path: join(folder, 'ownit.db'), newEpoch: () => 'epoch-1' })
  const stores = [open(), open()] as const
  return {
    stores,
    dispose: async () => {
      await Promise.all(stores.map((store) => store.close()))
      await rm(folder, { recursive: true })
    },
  }
})
