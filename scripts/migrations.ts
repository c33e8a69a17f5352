import { join } from 'node:path'
import { ROOT, runScript, toolPath } from './run-tool.ts'

// `npm run migrations -- NAME`: writes the SQL that takes each database from the last migration to the schema as it is now.
// Tables in SQLite are STRICT, which the generator does not know: add it by hand to a table that is new.

const [name = 'change'] = process.argv.slice(2)
for (const dialect of ['sqlite', 'postgres']) {
  const config = join(ROOT, `scripts/migrations/${dialect}.config.ts`)
  const code = await runScript(toolPath('drizzle-kit', 'drizzle-kit'), ['generate', '--config', config, '--name', name])
  if (code !== 0) process.exitCode = code
}
