import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { afterAll, beforeAll, describe, it, vi } from 'vitest'
import { unstable_dev as startDev } from 'wrangler'
import { describeLetta } from '../../sync-server/coach/double/letta-contract.ts'
import { describeOpenAi } from '../../sync-server/coach/double/openai-contract.ts'
import { coachInWorker } from './coach-in-worker.ts'
import { whyNoWorkerd } from './why-no-workerd.ts'

// The runtime is started beside other tests.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const missing = whyNoWorkerd()
if (missing === undefined) describe('in a Worker', testInWorker)
else {
  console.warn(`Skipped: agents in a Worker: ${missing}`)
  describe.skip('in a Worker', () => it('runs', () => undefined)) // This machine cannot run workerd, which the line above prints.
}

function testInWorker(): void {
  let folder: string
  let worker: Awaited<ReturnType<typeof startDev>>
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ownit-coach-worker-'))
    // Bundled once, apart: where the sources are watched, it starts again in the middle of a test when somebody saves one.
    await build({
      configFile: false,
      logLevel: 'error',
      publicDir: false,
      build: {
        ssr: join(import.meta.dirname, 'coach-worker.ts'),
        outDir: folder,
        rollupOptions: { output: { entryFileNames: 'worker.js' } },
      },
      ssr: { target: 'webworker', noExternal: true },
    })
    // That of the server has bindings which are not needed here.
    const config = join(folder, 'wrangler.json')
    await writeFile(
      config,
      JSON.stringify({
        name: 'coach',
        main: 'worker.js',
        compatibility_date: '2026-10-01',
        compatibility_flags: ['nodejs_compat'],
      }),
    )
    worker = await startDev(join(folder, 'worker.js'), {
      bundle: false,
      config,
      ip: '127.0.0.1',
      inspect: false,
      persist: false,
      logLevel: 'none',
      experimental: { disableExperimentalWarning: true },
    })
  })
  afterAll(async () => {
    await worker?.stop()
    await rm(folder, { recursive: true, force: true })
  })
  const url = () => `http://${worker.address}:${worker.port}`
  const runs = { canLeave: false, isThorough: false }

  describe('agents at Letta', () =>
    describeLetta((double) => coachInWorker(url, { kind: 'letta', baseUrl: double.url, apiKey: double.apiKey }), runs))
  describe("a model behind OpenAI's protocol", () =>
    describeOpenAi(
      ({ baseUrl, apiKey, model }) => coachInWorker(url, { kind: 'openai', baseUrl, apiKey, model }),
      runs,
    ))
}
