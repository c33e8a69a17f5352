import { spawnSync } from 'node:child_process'
import { copyFile, mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

/** Stands in for npm: notes its arguments, makes node_modules, ends with the code it is told. */
const NPM = `
const { appendFileSync, mkdirSync } = require('node:fs')
appendFileSync('npm-calls', process.argv.slice(2).join(' ') + '\\n')
if (process.env.NPM_ENDS_WITH) process.exit(Number(process.env.NPM_ENDS_WITH))
mkdirSync('node_modules', { recursive: true })
`

let project: string

beforeEach(async () => {
  project = await mkdtemp(join(tmpdir(), 'ownit-install-'))
  await mkdir(join(project, 'scripts'))
  await copyFile(join(import.meta.dirname, 'install-missing.mjs'), join(project, 'scripts/install-missing.mjs'))
  await writeFile(join(project, 'package-lock.json'), '{"version":1}')
  await writeFile(join(project, 'npm.cjs'), NPM)
})
afterEach(() => rm(project, { recursive: true }))

function run(env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(project, 'scripts/install-missing.mjs')], {
    env: { ...process.env, npm_execpath: join(project, 'npm.cjs'), ...env },
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

async function calls(): Promise<number> {
  const text = await readFile(join(project, 'npm-calls'), 'utf8')
  return text.split('\n').filter((line) => line.startsWith('ci ')).length
}

describe('installing what is missing', () => {
  it('runs npm ci in a fresh clone, then has nothing more to do or say', async () => {
    expect(run().status).toBe(0)
    expect(await calls()).toBe(1)
    expect(run()).toEqual({ status: 0, stdout: '', stderr: '' })
    expect(await calls()).toBe(1)
  })

  it('runs it again when the lockfile has changed', async () => {
    run()
    await writeFile(join(project, 'package-lock.json'), '{"version":2}')
    expect(run().status).toBe(0)
    expect(await calls()).toBe(2)
  })

  it('leaves alone what was installed by hand after the lockfile was written', async () => {
    await mkdir(join(project, 'node_modules'))
    await writeFile(join(project, 'node_modules/.package-lock.json'), '{}')
    expect(run()).toEqual({ status: 0, stdout: '', stderr: '' })
    const later = new Date(Date.now() + 60_000)
    await utimes(join(project, 'package-lock.json'), later, later)
    expect(run().status).toBe(0)
    expect(await calls()).toBe(1)
  })

  it('ends as npm did when npm fails, says so, and tries again the next time', async () => {
    const failed = run({ NPM_ENDS_WITH: '7' })
    expect(failed.status).toBe(7)
    expect(failed.stderr).toContain('npm could not install the dependencies')
    expect(run().status).toBe(0)
    expect(await calls()).toBe(2)
  })
})
