import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describeStore } from '../contract.ts'
import { openSqliteStore } from './sqlite-store.ts'

describeStore('the SQLite store', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ownit-store-'))
  const open = () => openSqliteStore({ path: join(folder, 'ownit.db'), newEpoch: () => 'epoch-1' })
  const [store, otherConnection] = [open(), open()]
  return {
    store,
    otherConnection,
    dispose: async () => {
      await otherConnection.close()
      await store.close()
      await rm(folder, { recursive: true })
    },
  }
})
