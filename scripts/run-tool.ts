import { type SpawnOptions, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import * as z from 'zod'

export const ROOT = resolve(import.meta.dirname, '..')

const manifest = z.object({ bin: z.union([z.string(), z.record(z.string(), z.string())]) })

/** The script behind a command of an installed package: run by path, it starts on this Node and on any system. */
export function toolPath(packageName: string, command: string): string {
  // By path: not every package lets its package.json be asked for.
  const file = join(ROOT, 'node_modules', packageName, 'package.json')
  const { bin } = manifest.parse(JSON.parse(readFileSync(file, 'utf8')))
  const script = typeof bin === 'string' ? bin : bin[command]
  if (script === undefined) throw new Error(`${packageName} has no command ${command}`)
  return join(dirname(file), script)
}

/** Runs a script with this Node from the project's root, its output shown on `output` (1, or 2 for the error stream), and gives its exit code. */
export async function runScript(
  path: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
  output: 1 | 2 = 1,
): Promise<number> {
  const options: SpawnOptions = { cwd: ROOT, stdio: ['ignore', output, 2], env: { ...process.env, ...env } }
  const child = spawn(process.execPath, [path, ...args], options)
  const [code] = await once(child, 'close')
  return typeof code === 'number' ? code : 1
}

/** Builds the app into web/dist; false when the build failed. Says things on the error stream: the output is the caller's. */
export async function buildApp(): Promise<boolean> {
  return (await runScript(toolPath('vite', 'vite'), ['build', '--logLevel', 'warn'], {}, 2)) === 0
}
