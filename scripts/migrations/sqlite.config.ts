import { defineConfig } from 'drizzle-kit'

export default defineConfig({
  dialect: 'sqlite',
  schema: './sync-server/store/sqlite/schema.ts',
  out: './sync-server/store/sqlite/migrations',
})
