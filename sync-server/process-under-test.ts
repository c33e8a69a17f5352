import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const MAIN = join(import.meta.dirname, 'main.ts')

/** A server in a process of its own, as people start it. */
export interface ServerProcess {
  readonly child: ChildProcess
  /** What it has printed so far: its log, and what keeps it from starting. */
  readonly output: { text: string; problems: string }
  /** With which code it ended. */
  readonly exit: Promise<number | null>
  /** Where it listens; rejects when it ends before that. */
  readonly url: Promise<string>
}

/** A new folder with the least of an app to serve, for processes to be started in. */
export async function newServerFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ownit-server-'))
  await mkdir(join(folder, 'dist'))
  await writeFile(join(folder, 'dist/index.html'), '<title>OwnIt</title>')
  return folder
}

/** Starts a server on a free port, with its data and its app in `folder` and these environment variables. */
export function startProcess(folder: string, env: Readonly<Record<string, string>>): ServerProcess {
  const child = spawn(process.execPath, [MAIN], {
    env: { ...process.env, PORT: '0', DATA_DIR: join(folder, 'data'), WEB_DIR: join(folder, 'dist'), ...env },
  })
  const output = { text: '', problems: '' }
  child.stdout.on('data', (chunk: Buffer) => {
    output.text += chunk.toString()
  })
  child.stderr.on('data', (chunk: Buffer) => {
    output.problems += chunk.toString()
  })
  const exit = once(child, 'close').then(([code]) => code)
  const url = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', () => {
      const found = /"url":"([^"]+)"/.exec(output.text)?.[1]
      if (found !== undefined) resolve(found)
    })
    void exit.then((code) => reject(new Error(`ended with ${code}: ${output.problems}`)))
  })
  // Not every test waits for it.
  url.catch(() => undefined)
  return { child, output, exit, url }
}
