import { resolve } from 'node:path'
import { readConfig } from '../sync-server/config.ts'
import { messageOf } from '../sync-server/open-store.ts'
import { newEpoch } from '../sync-server/store/new-epoch.ts'
import { migratePostgres } from '../sync-server/store/postgres/migrate-postgres.ts'

// `npm run migrate`: brings the tables of a Postgres up to date, for a server that does not do so as it starts.

const problem = await migrate()
if (problem !== undefined) {
  console.error(problem)
  process.exitCode = 1
}

async function migrate(): Promise<string | undefined> {
  const config = readConfig(process.env, resolve(import.meta.dirname, '..'))
  if (!config.ok) return config.failure.join('\n')
  const url = config.value.migrationUrl ?? config.value.databaseUrl
  if (url === undefined) return 'Set DATABASE_URL to the address of a Postgres: postgres://...'
  try {
    await migratePostgres(url, newEpoch)
  } catch (error) {
    return `The tables cannot be brought up to date: ${messageOf(error)}`
  }
  console.log('The tables are up to date')
  return undefined
}
