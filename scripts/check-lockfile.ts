import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'

// `npm run lock:check`, after any change of the dependencies.

const lockfile = z.object({
  packages: z.record(
    z.string(),
    z.object({
      optionalDependencies: z.record(z.string(), z.string()).optional(),
      hasInstallScript: z.boolean().optional(),
    }),
  ),
})

const root = join(import.meta.dirname, '..')
const { packages } = lockfile.parse(JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8')))
const { allowScripts } = z
  .object({ allowScripts: z.record(z.string(), z.boolean()) })
  .parse(JSON.parse(await readFile(join(root, 'package.json'), 'utf8')))
const problems = [...missingPlatforms(), ...installScripts()]
for (const problem of problems) console.error(problem)
if (problems.length > 0) process.exitCode = 1
else console.log(`package-lock.json is complete (${Object.keys(packages).length} packages)`)

/**
 * A package for several platforms lists one optional package for each. When one of these is not published in that
 * version, `npm install` writes a lockfile that `npm ci` refuses elsewhere.
 */
function missingPlatforms(): string[] {
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => !isLocked(path, name))
      .map(([name, version]) => `${name}@${version} is missing; ${path === '' ? 'this project' : path} wants it`),
  )
}

/**
 * Installing must not run code of a dependency: it would run on every machine, before anybody has read it. The packages
 * that `allowScripts` sets to false are known to work without theirs.
 */
function installScripts(): string[] {
  return Object.entries(packages)
    .filter(([path, { hasInstallScript }]) => hasInstallScript === true && allowScripts[nameAt(path)] !== false)
    .map(([path]) => `${path} has an install script`)
}

function nameAt(path: string): string {
  return path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
}

/** True when the lockfile has the package where Node would find it from `path`: there, or in a folder above. */
function isLocked(path: string, name: string): boolean {
  for (let folder = path; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    if (packages[`${folder === '' ? '' : `${folder}/`}node_modules/${name}`] !== undefined) return true
    if (folder === '') return false
  }
}
