import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import * as z from 'zod'
import { buildIfStale } from '../scripts/build/build-if-stale.ts'
import { ensureChromium } from '../scripts/chromium/install.ts'
import type { Bench, Finding, Skipped } from './bench.ts'
import { BenchBrowser } from './browser.ts'
import { coachProxyBench } from './coach/coach-proxy.bench.ts'
import { coachStreamsBench } from './coach/coach-streams.bench.ts'
import { deviceAnswerBench } from './coach/device-answer.bench.ts'
import { goalsBench } from './goals.bench.ts'
import { historyBench } from './history.bench.ts'
import { importBench } from './import.bench.ts'
import { insightBench } from './insight.bench.ts'
import { insightEditBench } from './insight-edit.bench.ts'
import { leaderboardEventsBench } from './leaderboard/leaderboard-events.bench.ts'
import { leaderboardRedisBench } from './leaderboard/leaderboard-redis.bench.ts'
import { leaderboardSqlBench } from './leaderboard/leaderboard-sql.bench.ts'
import { lighthouseBench } from './lighthouse.bench.ts'
import { remindersBench } from './push/reminders.bench.ts'
import { sizeBench } from './size.bench.ts'
import { syncConflictsBench } from './sync/sync-conflicts.bench.ts'
import { syncEditBench } from './sync/sync-edit.bench.ts'
import { syncPushBench } from './sync/sync-push.bench.ts'
import { syncServerBench } from './sync/sync-server.bench.ts'
import { todayBench } from './today.bench.ts'
import { typingBench } from './typing.bench.ts'

/**
 * `npm run bench -- [--json] [--only size,sync,...]`: measures every budget of `baseline.json`; exit code 1 when one is passed.
 * A name stands for the bench that is called so, or else for all whose names begin with it: `sync` for `sync-push` and more.
 */
const BENCHES: Readonly<Record<string, Bench>> = {
  size: sizeBench,
  today: todayBench,
  typing: typingBench,
  import: importBench,
  history: historyBench,
  insight: insightBench,
  'insight-edit': insightEditBench,
  goals: goalsBench,
  'sync-push': syncPushBench,
  'sync-edit': syncEditBench,
  'sync-conflicts': syncConflictsBench,
  'sync-server': syncServerBench,
  'leaderboard-sql': leaderboardSqlBench,
  'leaderboard-redis': leaderboardRedisBench,
  'leaderboard-events': leaderboardEventsBench,
  'coach-device': deviceAnswerBench,
  'coach-proxy': coachProxyBench,
  'coach-streams': coachStreamsBench,
  reminders: remindersBench,
  lighthouse: lighthouseBench,
}

const BASELINE = z.array(z.object({ name: z.string(), unit: z.string(), budget: z.number() }))

const { values: options } = parseArgs({ options: { json: { type: 'boolean' }, only: { type: 'string' } } })
const chosen = options.only === undefined ? Object.keys(BENCHES) : options.only.split(',').flatMap(namesOf)
const baseline = BASELINE.parse(JSON.parse(await readFile(join(import.meta.dirname, 'baseline.json'), 'utf8')))

await buildIfStale()
const browser = await BenchBrowser.start(ensureChromium((text) => process.stderr.write(`${text}\n`)))
try {
  for (const name of chosen) {
    const bench = BENCHES[name]
    if (bench === undefined) throw new Error(`No bench is called ${name}`)
    for (const finding of await bench(browser)) report(finding)
  }
} finally {
  await browser.close()
}

function namesOf(asked: string): readonly string[] {
  const known = Object.keys(BENCHES)
  const names = known.includes(asked) ? [asked] : known.filter((name) => name.startsWith(`${asked}-`))
  if (names.length === 0) throw new Error(`No bench is called ${asked}; there are ${known.join(', ')}`)
  return names
}

function report(found: Finding | Skipped): void {
  if ('skipped' in found) {
    const { name, skipped } = found
    process.stdout.write(`${options.json ? JSON.stringify({ name, skipped }) : `skip ${name}: ${skipped}`}\n`)
    return
  }
  const { name, value, detail } = found
  const line = baseline.find((candidate) => candidate.name === name)
  if (line === undefined) throw new Error(`baseline.json has no budget for ${name}`)
  const rounded = Math.round(value * 100) / 100
  const pass = rounded <= line.budget
  if (!pass) process.exitCode = 1
  const text = options.json
    ? JSON.stringify({ name, value: rounded, unit: line.unit, budget: line.budget, pass })
    : `${pass ? 'ok  ' : 'OVER'} ${name}: ${rounded} ${line.unit} (budget ${line.budget})${detail === undefined ? '' : `  ${detail}`}`
  process.stdout.write(`${text}\n`)
}
