import { describe, expect, it } from 'vitest'
import { checkHouse, type Rule } from './check-house.ts'

/** A tree in order, of which each test breaks one thing. */
const SOUND: Record<string, string> = {
  'shared/metric/metric.ts': "import * as z from 'zod/mini'\nexport const m = z",
  'shared/metric/metric.test.ts':
    "import { it } from 'vitest'\nimport { readFileSync } from 'node:fs'\nimport './metric.ts'",
  'web/main.tsx': "import './app/App.tsx'",
  'web/app/App.tsx':
    "import { lazy } from 'react'\nexport const Page = lazy(() => import('../features/today/TodayPage.tsx'))",
  'web/features/today/TodayPage.tsx':
    "import { useToday } from '../../store/react.tsx'\nimport type { Layout } from '../../importer/csv.ts'\nimport '../../ui/Card.tsx'\nimport '../../workers/import-client.ts'",
  'web/features/mood/MoodPage.tsx': "import { streakOf } from '../../insight/streak.ts'",
  'web/ui/Card.tsx': "import styles from './Card.module.css'\nimport { useId } from 'react'",
  'web/ui/Card.module.css': '.card { color: red }',
  'web/insight/streak.ts': "import '../../shared/metric/metric.ts'",
  'web/importer/csv.ts': "import Papa from 'papaparse'",
  'web/store/database.ts': "import Dexie from 'dexie'\nimport type { Layout } from '../importer/csv.ts'",
  'web/store/react.tsx': "import { useState } from 'react'\nimport './database.ts'",
  'web/workers/import.worker.ts': "import '../importer/csv.ts'",
  'web/workers/import-client.ts': "new Worker(new URL('./import.worker.ts', import.meta.url), { type: 'module' })",
  'web/service-worker/sw.ts': "import { precache } from 'workbox-precaching'",
  'sync-server/app.ts':
    "import { Hono } from 'hono'\nimport { readFile } from 'node:fs/promises'\nimport '../shared/metric/metric.ts'",
  'sync-server/store/exchange-contract.ts': "import { it } from 'vitest'",
  'scripts/postgres/private-postgres.ts': "import postgres from 'postgres'",
  'sync-server/store/sqlite/sqlite-store.test.ts':
    "import '../exchange-contract.ts'\nimport '../../../scripts/postgres/private-postgres.ts'",
  'scripts/read.ts': "import { parseSync } from 'vite'\nimport '../web/importer/csv.ts'",
  'vite.config.ts': "import react from '@vitejs/plugin-react'\nimport './scripts/read.ts'",
}

const broken = (change: Record<string, string>) =>
  checkHouse(new Map(Object.entries({ ...SOUND, ...change }))).map(({ file, line, rule }) => `${file}:${line} ${rule}`)

const lines = (count: number) => 'export {}\n'.repeat(count)

describe('the rules of the house', () => {
  it('hold for a tree in order', () => {
    expect(broken({})).toEqual([])
  })

  const cases: readonly [what: string, file: string, text: string, rule: Rule][] = [
    ['shared imports the app', 'shared/x.ts', "import '../web/insight/streak.ts'", 'room'],
    ['shared imports the server', 'shared/x.ts', "import '../sync-server/app.ts'", 'room'],
    ['the app imports the server', 'web/app/x.ts', "import '../../sync-server/app.ts'", 'room'],
    ['the app imports a script', 'web/x.ts', "import '../scripts/read.ts'", 'room'],
    ['the server imports the app', 'sync-server/x.ts', "import '../web/insight/streak.ts'", 'room'],
    ['a type is an import too', 'sync-server/x.ts', "import type { X } from '../web/insight/streak.ts'", 'room'],
    ['insight imports the store', 'web/insight/x.ts', "import '../store/database.ts'", 'room'],
    ['insight imports the importer', 'web/insight/x.ts', "import '../importer/csv.ts'", 'room'],
    ['the importer imports the store', 'web/importer/x.ts', "import '../store/database.ts'", 'room'],
    ['ui imports a feature', 'web/ui/x.ts', "import '../features/mood/MoodPage.tsx'", 'room'],
    ['ui imports the store', 'web/ui/x.ts', "import '../store/react.tsx'", 'room'],
    ['the store works insights out', 'web/store/x.ts', "import '../insight/streak.ts'", 'types-only'],
    ['the store leans on its React part', 'web/store/x.ts', "import './react.tsx'", 'room'],
    ['a feature imports another', 'web/features/today/x.ts', "import '../mood/MoodPage.tsx'", 'room'],
    ['a feature imports the app', 'web/features/today/x.ts', "import '../../app/App.tsx'", 'room'],
    [
      'a feature imports another lazily',
      'web/features/today/x.ts',
      "export const x = () => import('../mood/MoodPage.tsx')",
      'room',
    ],
    ['a feature hands another on', 'web/features/today/x.ts', "export * from '../mood/MoodPage.tsx'", 'room'],
    [
      'a feature names a type of another',
      'web/features/today/x.ts',
      "export type X = import('../mood/MoodPage.tsx').X",
      'room',
    ],
    ['a style sheet of another feature', 'web/features/mood/x.ts', "import '../today/x.css'", 'room'],
    ['a worker imports a feature', 'web/workers/x.ts', "import '../features/mood/MoodPage.tsx'", 'room'],
    ['the service worker imports the app', 'web/service-worker/x.ts', "import '../app/App.tsx'", 'room'],
    ['a test imports over the wall', 'shared/x.test.ts', "import '../web/insight/streak.ts'", 'room'],
    [
      'a feature runs the importer itself',
      'web/features/today/x.ts',
      "import { a } from '../../importer/csv.ts'",
      'types-only',
    ],
    ['shared uses React', 'shared/x.ts', "import { useState } from 'react'", 'package'],
    ['shared uses the whole of zod', 'shared/x.ts', "import * as z from 'zod'", 'package'],
    ['shared reads files', 'shared/x.ts', "import { readFileSync } from 'node:fs'", 'package'],
    ['insight uses Dexie', 'web/insight/x.ts', "import Dexie from 'dexie'", 'package'],
    ['the importer uses React', 'web/importer/x.ts', "import 'react/jsx-runtime'", 'package'],
    ['the store uses React outside its React part', 'web/store/x.ts', "import { use } from 'react'", 'package'],
    ['a feature uses Dexie', 'web/features/mood/x.ts', "import { liveQuery } from 'dexie'", 'package'],
    ['the server uses a web library', 'sync-server/x.ts', "import Dexie from 'dexie'", 'package'],
    ['a package only begins like an allowed one', 'sync-server/x.ts', "import 'hono-evil'", 'package'],
    ['a test uses what no test needs', 'shared/x.test.ts', "import 'react'", 'package'],
    ['no extension', 'web/ui/x.ts', "import './Card'", 'extension'],
    ['no such file', 'web/ui/x.ts', "import './Tile.tsx'", 'missing'],
    [
      'a thread started by a screen',
      'web/features/today/x.ts',
      "new URL('../../workers/import.worker.ts', import.meta.url)",
      'worker',
    ],
    [
      'the code of a thread loaded into the page',
      'web/features/today/x.ts',
      "import '../../workers/import.worker.ts'",
      'worker',
    ],
    ['a test as a part', 'shared/x.ts', "export * from './metric/metric.test.ts'", 'test'],
    ['a tool for tests as a part', 'sync-server/x.ts', "import '../scripts/postgres/private-postgres.ts'", 'room'],
    ['a tool that is not for tests', 'sync-server/x.test.ts', "import '../scripts/read.ts'", 'room'],
    ['a suite as a part', 'sync-server/store/x.ts', "import './exchange-contract.ts'", 'test'],
    ['a clock', 'shared/x.ts', 'export const now = () => Date.now()', 'pure'],
    ['another clock', 'web/insight/x.ts', 'export const now = () => new Date()', 'pure'],
    ['a die', 'web/importer/x.ts', 'export const die = () => Math.random()', 'pure'],
    ['a file over 500 lines', 'web/app/x.ts', lines(501), 'size'],
    ['a style sheet over 500 lines', 'web/ui/x.css', '.a { color: red }\n'.repeat(501), 'size'],
    ['a worker over 120 lines', 'web/workers/x.worker.ts', lines(121), 'size'],
    ['a service worker over 120 lines', 'web/service-worker/x.ts', lines(121), 'size'],
    ['a name that says nothing', 'web/app/date-utils.ts', '', 'name'],
    ['a folder that says nothing', 'shared/helpers/x.ts', '', 'name'],
    ['a text that is no TypeScript', 'shared/x.ts', 'export const = 1', 'syntax'],
  ]

  it.each(cases)('%s', (_, file, text, rule) => {
    const extra = { 'web/features/today/x.css': '' }
    expect(broken({ ...extra, [file]: text })).toEqual([`${file}:1 ${rule}`])
  })

  it('tell the line of the import', () => {
    const text = "// first\nimport type { A } from './metric/metric.ts'\n\nimport { useState } from 'react'\n"
    expect(broken({ 'shared/x.ts': text })).toEqual(['shared/x.ts:4 package'])
  })

  it('forbid a circle of files, of any length', () => {
    expect(broken({ 'shared/a.ts': "import './b.ts'", 'shared/b.ts': "import './a.ts'" })).toEqual([
      'shared/a.ts:1 cycle',
    ])
    const three = {
      'shared/a.ts': "import './b.ts'",
      'shared/b.ts': "export * from './c.ts'",
      'shared/c.ts': "import('./a.ts')",
    }
    expect(broken(three)).toEqual(['shared/a.ts:1 cycle'])
  })

  it('let types go round in a circle', () => {
    expect(broken({ 'shared/a.ts': "import './b.ts'", 'shared/b.ts': "import type { A } from './a.ts'" })).toEqual([])
    expect(broken({ 'shared/a.ts': "import './b.ts'", 'shared/b.ts': "export type { A } from './a.ts'" })).toEqual([])
  })

  it('let a file be 500 lines long, and comments be longer', () => {
    expect(
      broken({ 'web/app/x.ts': `${lines(500)}/*\n${'words\n'.repeat(300)}*/\n${'// words\n\n'.repeat(100)}` }),
    ).toEqual([])
    expect(broken({ 'web/workers/x.worker.ts': lines(120) })).toEqual([])
  })

  it('let a test of a pure room ask a clock', () => {
    expect(broken({ 'shared/x.test.ts': 'export const now = Date.now()' })).toEqual([])
    expect(broken({ 'shared/x.ts': 'export const day = new Date(0)' })).toEqual([])
  })

  it('let the import screen use the pure functions of the importer', () => {
    expect(broken({ 'web/features/import/x.ts': "import { a } from '../../importer/csv.ts'" })).toEqual([])
  })
})
