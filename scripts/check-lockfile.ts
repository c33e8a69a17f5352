import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'

// `npm run lock:check`: an npm package for several platforms lists one optional package for each. When one of these is not
// published in that version, `npm install` writes a lockfile that `npm ci` refuses elsewhere.

const lockfile = z.object({
  packages: z.record(
    z.string(),
    z.object({
      optionalDependencies: z.record(z.string(), z.string()).optional(),
      resolved: z.string().optional(),
    }),
  ),
})

const root = join(import.meta.dirname, '..')
const { packages } = lockfile.parse(JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8')))
const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
  Object.entries(optionalDependencies)
    .filter(([name]) => !isLocked(path, name))
    .map(([name, version]) => `${name}@${version}, wanted by ${path === '' ? 'this project' : path}`),
)
for (const entry of missing) console.error(`Missing from package-lock.json: ${entry}`)
if (missing.length > 0) process.exitCode = 1
else console.log(`package-lock.json has every optional package (${Object.keys(packages).length} packages in all)`)

/** True when the lockfile has the package where Node would find it from `path`: there, or in a folder above. */
function isLocked(path: string, name: string): boolean {
  for (let folder = path; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    if (packages[`${folder === '' ? '' : `${folder}/`}node_modules/${name}`] !== undefined) return true
    if (folder === '') return false
  }
}
