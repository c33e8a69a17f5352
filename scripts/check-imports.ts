/**
 * Checks who imports whom, and how long files are: prints `file:line  rule  message` for each broken rule and exits 1.
 * The rules are data in imports/house.ts.
 */
import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { checkHouse } from './imports/check-house.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const SOURCE = /\.(?:ts|tsx|mjs|css)$/
const ROOTS = ['shared', 'web', 'sync-server', 'scripts', 'bench', 'e2e']
const NOT_SOURCE = /(?:^|\/)(?:node_modules|dist|public|screenshots)\//

async function readFiles(): Promise<Map<string, string>> {
  const atRoot = (await readdir(ROOT)).filter((name) => /\.(?:ts|mjs)$/.test(name))
  const inFolders = await Promise.all(
    ROOTS.map(async (root) => (await readdir(`${ROOT}${root}`, { recursive: true })).map((path) => `${root}/${path}`)),
  )
  const paths = [...atRoot, ...inFolders.flat().map((path) => path.replaceAll('\\', '/'))]
    .filter((path) => SOURCE.test(path) && !NOT_SOURCE.test(path))
    .sort((a, b) => (a < b ? -1 : 1))
  return new Map(
    await Promise.all(paths.map(async (path) => [path, await readFile(`${ROOT}${path}`, 'utf8')] as const)),
  )
}

const files = await readFiles()
const violations = checkHouse(files)
for (const { file, line, rule, message } of violations) console.error(`${file}:${line}  ${rule}  ${message}`)
if (violations.length > 0) process.exitCode = 1
else console.log(`${files.size} files keep the rules of the house`)
