import { join, resolve } from 'node:path'
import { readConfig } from '../sync-server/config.ts'
import { prepareDataDirectory } from '../sync-server/data-directory.ts'
import { newEpoch } from '../sync-server/store/new-epoch.ts'
import { DATABASE_FILE } from '../sync-server/store/sqlite/database-file.ts'

// `npm run restore -- FILE`: puts a backup in the place of the server's database, while the server is stopped. With
// DATABASE_URL, `npm run restore` without a file says that the database has just been put back by pg_restore. Either way the
// data become new ones to the devices, which then offer everything they hold.

const problem = await restore(process.argv.slice(2))
if (problem !== undefined) {
  console.error(problem)
  process.exitCode = 1
}

async function restore([file, ...rest]: readonly string[]): Promise<string | undefined> {
  const config = readConfig(process.env, resolve(import.meta.dirname, '..'))
  if (!config.ok) return config.failure.join('\n')
  const { databaseUrl, migrationUrl = databaseUrl, dataDir } = config.value
  if (migrationUrl !== undefined) {
    if (file !== undefined)
      return 'DATABASE_URL is set: put Postgres back with pg_restore, then run this without a file'
    const { renewPostgresEpoch } = await import('../sync-server/store/postgres/migrate-postgres.ts')
    await renewPostgresEpoch(migrationUrl, newEpoch)
    console.log('Devices will offer the database everything they hold')
    return undefined
  }
  if (file === undefined || rest.length > 0) return 'Say which backup: npm run restore -- FILE'
  const folder = await prepareDataDirectory(dataDir)
  if (!folder.ok) return folder.failure
  const path = join(dataDir, DATABASE_FILE)
  const { restoreSqlite } = await import('../sync-server/store/sqlite/restore.ts')
  const restored = await restoreSqlite({ backup: resolve(file), path, newEpoch })
  if (!restored.ok) return restored.failure
  console.log(`Restored ${path}${restored.value === undefined ? '' : `; what was there is kept as ${restored.value}`}`)
  return undefined
}
