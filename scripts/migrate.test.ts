import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import postgres from 'postgres'
import { expect, it } from 'vitest'
import { describeWithPostgres } from './postgres/describe-with-postgres.ts'

const run = (env: Readonly<Record<string, string>>) =>
  promisify(execFile)(process.execPath, [join(import.meta.dirname, 'migrate.ts')], { env: { ...process.env, ...env } })

describeWithPostgres('npm run migrate', (running) => {
  it('makes the tables of a new database, and finds nothing to do the next time', async () => {
    const url = await running().createDatabase('migrated')
    for (let time = 0; time < 2; time += 1) expect((await run({ DATABASE_URL: url })).stdout).toContain('up to date')
    const sql = postgres(url, { max: 1 })
    try {
      expect(await sql`SELECT * FROM server_meta`).toHaveLength(1)
    } finally {
      await sql.end()
    }
  })
})

it('says what is wrong without the password, and fails', async () => {
  const unreachable = await run({ DATABASE_URL: 'postgres://owner:hush@127.0.0.1:1/ownit' }).catch((error) => error)
  expect(unreachable).toMatchObject({ code: 1, stderr: expect.stringContaining('ECONNREFUSED') })
  expect(unreachable.stderr).not.toContain('hush')
  const unset = await run({ DATABASE_URL: '', MIGRATION_DATABASE_URL: '' }).catch((error) => error)
  expect(unset).toMatchObject({ code: 1, stderr: expect.stringContaining('DATABASE_URL') })
})
