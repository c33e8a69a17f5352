import { defineConfig } from 'vitest/config'

if (Number(process.versions.node.split('.')[0]) < 22)
  throw new Error(`Node >= 22.19 is needed and this is ${process.version}: run it through npm, which brings its own`)

export default defineConfig({
  test: {
    environment: 'node',
    include: ['{shared,web,sync-server,scripts,bench}/**/*.test.{ts,tsx}'],
    testTimeout: 20_000,
    // Its own choice leaves one core idle. Of two that is half of them, and many tests wait for a server or a disk.
    maxWorkers: '100%',
  },
})
