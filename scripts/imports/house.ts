// Who may import whom, as data.

/** A part of the house. A file belongs to the room with the longest path that fits it, of equal ones the first. */
export interface Room {
  /** A folder, or a file, from the root of the repository. `*` stands for one folder and makes each of them a room. */
  readonly path: string
  /** Rooms whose files may be imported, by path; a room may always import itself. `'any'`: every one of them. */
  readonly rooms: readonly string[] | 'any'
  /** Of these rooms only types may be imported, because what they hold is loaded lazily or runs elsewhere. */
  readonly typesOf?: readonly string[]
  /** Packages, or entries of packages, that may be imported. `node:` allows what Node brings. */
  readonly packages: readonly string[] | 'any'
  /** Time and chance are passed in: no file but a test asks a clock or throws a die. */
  readonly isPure?: true
  /** The most code lines a file may have, where it is fewer than anywhere. */
  readonly codeLines?: number
}

/** No source file is longer, in lines that hold code. */
export const MOST_CODE_LINES = 500

/** Workers and the service worker receive, call and answer. What does not fit has its room elsewhere. */
const THIN = 120

const SCREEN_PACKAGES = ['react', 'wouter', 'lucide-react']
const SCREEN_ROOMS = [
  'shared',
  'web/ui',
  'web/store',
  'web/store/react.tsx',
  'web/store/insight-react.ts',
  'web/insight',
  'web/workers',
  'web/sync',
  'web/reminder',
  'web/community',
  'web/score-card',
  'web/coach',
  'web/coach-agent',
]

const PORTS = [
  'sync-server/store/ports.ts',
  'sync-server/store/leaderboard-port.ts',
  'sync-server/store/push-port.ts',
  'sync-server/store/coach-port.ts',
  'sync-server/store/jobs-port.ts',
  'sync-server/store/standings-topic.ts',
]

export const HOUSE: readonly Room[] = [
  { path: 'shared', rooms: [], packages: ['zod/mini', 'canonicalize'], isPure: true },

  { path: 'web/insight', rooms: ['shared'], packages: [], isPure: true },
  // Answers to questions about the person's own days.
  { path: 'web/coach', rooms: ['shared', 'web/insight'], packages: ['zod/mini'], isPure: true },
  { path: 'web/importer', rooms: ['shared'], packages: ['papaparse', 'zod/mini'], isPure: true },
  // Keys and envelopes: knows no store, so that what touches keys can be read at one sitting.
  { path: 'web/sync/vault', rooms: ['shared'], packages: ['@noble/hashes', '@scure/base', 'zod/mini'] },
  {
    path: 'web/sync',
    rooms: ['shared', 'web/store', 'web/sync/vault'],
    packages: ['dexie', 'uuid', 'zod/mini', '@noble/hashes', '@scure/base', 'uqr'],
  },
  {
    path: 'web/ui',
    rooms: ['shared'],
    packages: [...SCREEN_PACKAGES, 'react-dom', 'uplot', '@tanstack/react-virtual'],
  },
  // Of the insights it keeps the results: what they are, and not how they come about.
  {
    path: 'web/store',
    rooms: ['shared', 'web/importer'],
    typesOf: ['web/insight'],
    packages: ['dexie', 'uuid', 'zod/mini'],
  },
  // The one file of the store that knows React.
  {
    path: 'web/store/react.tsx',
    rooms: ['shared', 'web/importer', 'web/store'],
    packages: ['react', 'dexie-react-hooks', 'dexie'],
  },
  // And what screens ask of the insights, apart, because Today must not load it before its first picture.
  {
    path: 'web/store/insight-react.ts',
    rooms: ['shared', 'web/store', 'web/store/react.tsx', 'web/insight', 'web/workers'],
    packages: ['react'],
  },
  // The import screen, loaded on its own, also uses pure functions of the importer: what a column may be, refused rows.
  {
    path: 'web/features/import',
    rooms: [...SCREEN_ROOMS, 'web/importer'],
    packages: [...SCREEN_PACKAGES, 'zod/mini'],
  },
  // Any other screen would load the parsers with itself.
  {
    path: 'web/features/*',
    rooms: SCREEN_ROOMS,
    typesOf: ['web/importer'],
    packages: [...SCREEN_PACKAGES, 'zod/mini'],
  },
  // Who a player is in a league without a server, and what they sign.
  { path: 'web/score-card', rooms: ['shared'], packages: ['@scure/base'] },
  // What the person is reminded of on this device, and how it is woken for it.
  { path: 'web/reminder', rooms: ['shared', 'web/store', 'web/insight'], packages: ['zod/mini'] },
  // What passes between this device and an agent: consent, questions that wait, turns and their ends.
  { path: 'web/coach-agent', rooms: ['shared', 'web/store', 'web/coach', 'web/sync'], packages: ['zod/mini'] },
  // What of the person's days is published on leaderboards, and when; the server's answers.
  { path: 'web/community', rooms: ['shared', 'web/store', 'web/insight', 'web/sync'], packages: ['zod/mini'] },
  {
    path: 'web/workers',
    rooms: ['shared', 'web/importer', 'web/insight', 'web/coach', 'web/store', 'web/sync', 'web/sync/vault'],
    packages: ['zod/mini'],
    codeLines: THIN,
  },
  {
    path: 'web/service-worker',
    rooms: ['shared', 'web/store', 'web/sync', 'web/reminder', 'web/coach-agent'],
    packages: ['workbox-precaching', 'workbox-core', 'zod/mini'],
    codeLines: THIN,
  },
  {
    path: 'web/app',
    rooms: 'any',
    packages: [...SCREEN_PACKAGES, 'react-dom', 'workbox-window', 'zod/mini', 'virtual:pwa-register'],
  },
  // The entry of the page.
  { path: 'web', rooms: 'any', packages: ['react', 'react-dom', 'zod/mini'] },

  // What a capability may know of storage.
  { path: 'sync-server/store/ports.ts', rooms: ['shared', ...PORTS], packages: ['better-auth'] },
  { path: 'sync-server/store/leaderboard-port.ts', rooms: ['shared', ...PORTS], packages: [] },
  { path: 'sync-server/store/coach-port.ts', rooms: ['shared', ...PORTS], packages: [] },
  { path: 'sync-server/store/push-port.ts', rooms: ['shared', ...PORTS], packages: [] },
  { path: 'sync-server/store/jobs-port.ts', rooms: ['shared', ...PORTS], packages: [] },
  { path: 'sync-server/store/standings-topic.ts', rooms: ['shared', ...PORTS], packages: [] },
  {
    path: 'sync-server/store',
    rooms: ['shared', ...PORTS],
    packages: ['node:', 'better-sqlite3', 'drizzle-orm', 'postgres', '@upstash/redis', 'better-auth', 'zod'],
  },
  // What stands before every route, and knows none of them.
  {
    path: 'sync-server/security',
    rooms: ['shared', ...PORTS],
    packages: ['node:', 'hono', 'zod'],
  },
  // A room by name, because those within it know what they have in common.
  {
    path: 'sync-server/coach',
    rooms: ['shared', ...PORTS, 'sync-server/security', 'sync-server'],
    packages: ['node:', 'hono', 'prom-client', 'zod'],
  },
  {
    path: 'sync-server/*',
    rooms: ['shared', ...PORTS, 'sync-server/security', 'sync-server'],
    packages: ['node:', 'hono', 'better-auth', 'prom-client', 'zod'],
  },
  // What speaks to an agent's service, each knowing one protocol.
  {
    path: 'sync-server/coach/letta',
    rooms: ['shared', 'sync-server/coach'],
    packages: ['@letta-ai/letta-client', 'zod'],
    isPure: true,
  },
  {
    path: 'sync-server/coach/openai',
    rooms: ['shared', 'sync-server/coach'],
    packages: ['eventsource-parser', 'zod'],
    isPure: true,
  },
  // Services for tests, on this machine.
  { path: 'sync-server/coach/double', rooms: ['shared', 'sync-server/coach'], packages: ['node:', 'vitest', 'zod'] },
  // The composition roots: the one place that knows every part.
  {
    path: 'sync-server',
    rooms: 'any',
    packages: ['node:', 'hono', '@hono/node-server', 'better-auth', 'prom-client', 'zod'],
  },

  // Databases for tests.
  { path: 'scripts/postgres', rooms: ['shared'], packages: 'any' },
  { path: 'scripts/redis', rooms: ['shared', 'scripts'], packages: 'any' },
  // Reference results for tests, and the simulation and evaluation of the insights.
  { path: 'scripts/insight', rooms: ['shared', 'web/insight', 'scripts'], packages: ['node:', 'zod', 'zod/mini'] },
  // Tools for whoever works on the house. No room above lists them, so nothing that is shipped imports them.
  { path: 'scripts', rooms: 'any', packages: 'any' },
  { path: 'bench', rooms: 'any', packages: 'any' },
  { path: 'e2e', rooms: 'any', packages: 'any' },
  // Files at the root: the configuration of the tools.
  { path: '', rooms: 'any', packages: 'any' },
]

/** Rooms that `'any'` does not open: what is on the other side of the network, and from shipped code, the tools. */
export const CLOSED: readonly { readonly from: string; readonly to: readonly string[] }[] = [
  { from: 'web', to: ['sync-server', 'scripts', 'bench', 'e2e'] },
  { from: 'sync-server', to: ['web', 'scripts', 'bench', 'e2e'] },
]

/** Tools that tests may use besides the rooms of their room. */
export const TEST_ROOMS: readonly string[] = [
  'scripts/postgres',
  'scripts/redis',
  'scripts/insight',
  'sync-server/coach/double',
]

/** What tests may use besides the packages of their room. */
export const TEST_PACKAGES: readonly string[] = [
  'node:',
  'vitest',
  'fast-check',
  'fake-indexeddb',
  'vite',
  'dexie',
  'zod/mini',
]

/** Names that say nothing of what is inside. */
export const EMPTY_NAMES = /(?:^|[-/.])(?:utils?|helpers?|managers?|misc|stuff)(?=[-/.]|$)/i
