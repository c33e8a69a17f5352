import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { BROWSER_ARGS } from '../e2e/support/browser-args.ts'

const START_WITHIN_MS = 20_000

/** A Chromium without Playwright, for tools that drive one themselves over its debugging port. */
export interface DebuggableChromium {
  readonly port: number
  close(): Promise<void>
}

/** Starts it on the profile in `directory`, which no other Chromium may have open. */
export async function startDebuggable(executable: string, directory: string): Promise<DebuggableChromium> {
  const child = spawn(
    executable,
    [...BROWSER_ARGS, '--headless=new', '--remote-debugging-port=0', `--user-data-dir=${directory}`, 'about:blank'],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  )
  const port = await debuggingPort(child)
  return {
    port,
    close: async () => {
      if (child.exitCode !== null) return
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
    },
  }
}

function debuggingPort(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let output = ''
    const timeout = setTimeout(() => {
      child.kill('SIGKILL')
      reject(new Error(`Chromium named no debugging port: ${output}`))
    }, START_WITHIN_MS)
    const read = (chunk: Buffer) => {
      output += chunk.toString()
      const port = /DevTools listening on ws:\/\/[^:]+:(\d+)\//.exec(output)?.[1]
      if (port === undefined) return
      clearTimeout(timeout)
      // It goes on writing; a full pipe would stop it.
      child.stderr?.off('data', read).resume()
      resolve(Number(port))
    }
    child.stderr?.on('data', read)
    child.once('error', (error) => {
      clearTimeout(timeout)
      reject(error)
    })
  })
}
