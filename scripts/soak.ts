import { randomInt } from 'node:crypto'
import { join } from 'node:path'
import { ROOT, runScript, toolPath } from './run-tool.ts'

// `npm run soak`: the model test of synchronisation over 10 000 histories that no run has seen before. A failure names the
// history; OWNIT_SEED repeats the run.

const histories = process.env['OWNIT_HISTORIES'] ?? '10000'
const seed = process.env['OWNIT_SEED'] ?? String(randomInt(2 ** 31 - 1))
console.log(`${histories} histories, OWNIT_SEED=${seed}`)
const env = { OWNIT_HISTORIES: histories, OWNIT_SEED: seed }
process.exitCode = await runScript(
  toolPath('vitest', 'vitest'),
  ['run', '--testTimeout=7200000', join(ROOT, 'web/sync/engine/model.test.ts')],
  env,
)
