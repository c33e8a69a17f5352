import { defineConfig } from 'drizzle-kit'

export default defineConfig({
  dialect: 'postgresql',
  schema: './sync-server/store/postgres/schema.ts',
  out: './sync-server/store/postgres/migrations',
})
