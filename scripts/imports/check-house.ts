import { posix } from 'node:path'
import { cyclesOf } from './cycles.ts'
import { CLOSED, EMPTY_NAMES, HOUSE, MOST_CODE_LINES, type Room, TEST_PACKAGES, TEST_ROOMS } from './house.ts'
import { type ImportReference, readSource } from './read-source.ts'

export type Rule =
  | 'room'
  | 'types-only'
  | 'package'
  | 'extension'
  | 'missing'
  | 'worker'
  | 'test'
  | 'pure'
  | 'cycle'
  | 'size'
  | 'name'
  | 'syntax'

export interface Violation {
  readonly file: string
  readonly line: number
  readonly rule: Rule
  readonly message: string
}

const TEST = /\.(?:test|spec)\.tsx?$/
/** A suite that several tests run, each against its own implementation. */
const CONTRACT = /(?:^|[/-])contract\.ts$/
const TOOLS = ['scripts', 'bench', 'e2e', '']

/** Every rule of the house that the files break. `files` maps paths from the root of the repository to texts. */
export function checkHouse(files: ReadonlyMap<string, string>, house: readonly Room[] = HOUSE): Violation[] {
  const violations: Violation[] = []
  const edges = new Map<string, string[]>()
  for (const [file, text] of files) {
    const report = (line: number, rule: Rule, message: string) => violations.push({ file, line, rule, message })
    const { imports, impure, codeLines, error } = readSource(file, text)
    const place = roomOf(file, house)
    if (error !== undefined) report(1, 'syntax', error)
    checkSize(place, file, codeLines, report)
    if (EMPTY_NAMES.test(file)) report(1, 'name', 'a file is named after what it is about')

    if (place.room.isPure && !TEST.test(file))
      for (const { call, line } of impure) report(line, 'pure', `${place.path} is given time and chance: ${call}`)

    const loaded: string[] = []
    for (const reference of imports) {
      const target = targetOf(file, reference.specifier)
      if (target === undefined) {
        checkPackage(place, file, reference, report)
        continue
      }
      if (posix.extname(target) === '') report(reference.line, 'extension', `${reference.specifier} has no extension`)
      else if (!files.has(target) && /\.(?:ts|tsx|css)$/.test(target))
        report(reference.line, 'missing', `${reference.specifier} is no file`)
      if (reference.kind !== 'type') loaded.push(target)
      if (!(TEST.test(file) && TEST_ROOMS.includes(posix.dirname(target))))
        checkRoom(place, target, reference, house, report)
      checkTarget(file, target, reference, report)
    }
    edges.set(file, loaded)
  }
  for (const cycle of cyclesOf(edges))
    violations.push({
      file: cycle[0] ?? '',
      line: 1,
      rule: 'cycle',
      message: `these import one another: ${cycle.join(', ')}`,
    })
  return violations.sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1))
}

type Report = (line: number, rule: Rule, message: string) => void

/** A room and the path under which a file lives in it: `web/features/today` for the room `web/features/*`. */
interface Place {
  readonly room: Room
  readonly path: string
}

function roomOf(file: string, house: readonly Room[]): Place {
  let found: Place | undefined
  for (const room of house) {
    const depth = room.path.split('/').length
    const path = room.path === '' ? '' : file.split('/').slice(0, depth).join('/')
    const fits = room.path.endsWith('/*')
      ? path.startsWith(room.path.slice(0, -1)) && path !== file
      : path === room.path
    if (fits && (found === undefined || path.length > found.path.length)) found = { room, path }
  }
  if (found === undefined) throw new Error(`The house has no room for ${file}`)
  return found
}

/** The file that a relative import means, from the root; undefined for a package. */
function targetOf(file: string, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined
  const [path = ''] = specifier.split('?')
  return posix.join(posix.dirname(file), path)
}

function checkSize({ room, path }: Place, file: string, codeLines: number, report: Report): void {
  const most = TEST.test(file) ? MOST_CODE_LINES : (room.codeLines ?? MOST_CODE_LINES)
  if (codeLines > most)
    report(1, 'size', `${codeLines} code lines; in ${path === '' ? 'the root' : path} at most ${most}`)
}

function checkPackage({ room, path }: Place, file: string, { specifier, line }: ImportReference, report: Report): void {
  if (room.packages === 'any') return
  const allowed = TEST.test(file) || CONTRACT.test(file) ? [...room.packages, ...TEST_PACKAGES] : room.packages
  if (allowed.some((entry) => specifier === entry || specifier.startsWith(entry.endsWith(':') ? entry : `${entry}/`)))
    return
  report(line, 'package', `${path} does not use ${specifier}`)
}

function checkRoom(from: Place, target: string, reference: ImportReference, house: readonly Room[], report: Report) {
  const to = roomOf(target, house)
  if (to.path === from.path) return
  const { rooms, typesOf = [] } = from.room
  const closed = CLOSED.some(
    ({ from: root, to: closedTo }) => isUnder(from.path, root) && closedTo.some((path) => isUnder(to.path, path)),
  )
  if (!closed && (rooms === 'any' || rooms.includes(to.room.path))) return
  if (!closed && typesOf.includes(to.room.path)) {
    if (reference.kind !== 'type')
      report(reference.line, 'types-only', `${from.path} imports only types of ${to.path} (${reference.specifier})`)
    return
  }
  report(
    reference.line,
    'room',
    `${from.path} does not import ${to.path === '' ? 'the root' : to.path} (${reference.specifier})`,
  )
}

const isUnder = (path: string, root: string) => path === root || path.startsWith(`${root}/`)

function checkTarget(file: string, target: string, { kind, line, specifier }: ImportReference, report: Report): void {
  if (TEST.test(target) || (CONTRACT.test(target) && !TEST.test(file) && !CONTRACT.test(file)))
    report(line, 'test', `${specifier} is a test`)
  const isTool = TOOLS.includes(file.includes('/') ? (file.split('/')[0] ?? '') : '')
  if (isTool || TEST.test(file)) return
  const isWorker = /\.worker\.ts$/.test(target)
  if (isWorker && kind !== 'worker' && kind !== 'type')
    report(line, 'worker', `${specifier} runs in a thread of its own`)
  if (kind === 'worker' && !file.startsWith('web/workers/'))
    report(line, 'worker', 'threads are started in web/workers, by a client that screens import')
}
