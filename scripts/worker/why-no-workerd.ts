import { execFileSync } from 'node:child_process'
import { createRequire } from 'node:module'
import * as z from 'zod'
import { toolPath } from '../run-tool.ts'

const program = z.object({ default: z.string() })

/** Why Cloudflare's runtime does not run on this machine; undefined where it does. It comes for some systems alone. */
export function whyNoWorkerd(): string | undefined {
  try {
    const { default: path } = program.parse(createRequire(toolPath('wrangler', 'wrangler'))('workerd'))
    execFileSync(path, ['--version'], { stdio: ['ignore', 'ignore', 'pipe'] })
    return undefined
  } catch (error) {
    return `workerd does not run here (${error instanceof Error ? error.message.split('\n')[0] : String(error)})`
  }
}
