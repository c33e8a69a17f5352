import { join, resolve } from 'node:path'
import { readConfig } from '../sync-server/config.ts'
import { backUpSqlite } from '../sync-server/store/sqlite/back-up.ts'
import { DATABASE_FILE } from '../sync-server/store/sqlite/database-file.ts'

// `npm run backup -- FILE`: copies the server's database, which may be in use, into a new file.

const problem = await backUp(process.argv.slice(2))
if (problem !== undefined) {
  console.error(problem)
  process.exitCode = 1
}

async function backUp([file, ...rest]: readonly string[]): Promise<string | undefined> {
  const config = readConfig(process.env, resolve(import.meta.dirname, '..'))
  if (!config.ok) return config.failure.join('\n')
  if (config.value.databaseUrl !== undefined) return 'DATABASE_URL is set: back up Postgres with pg_dump'
  if (file === undefined || rest.length > 0) return 'Say where to: npm run backup -- FILE'
  const target = resolve(file)
  const done = await backUpSqlite(join(config.value.dataDir, DATABASE_FILE), target)
  if (!done.ok) return done.failure
  console.log(`Backed up into ${target}`)
  return undefined
}
