import type { Browser, Page } from '@playwright/test'
import * as z from 'zod'

const trace = z.object({
  traceEvents: z.array(
    z.looseObject({
      name: z.string(),
      ph: z.string(),
      pid: z.number(),
      tid: z.number(),
      tdur: z.optional(z.number()),
      args: z.optional(z.looseObject({ name: z.optional(z.unknown()) })),
    }),
  ),
})

/**
 * The longest task of the page's main thread during `work`, in ms of processor time: what it would have taken on a machine that
 * has nothing else to do. (The browser's own record of long tasks counts the time in which others had the processor too.)
 */
export async function longestTaskDuring(browser: Browser, page: Page, work: () => Promise<void>): Promise<number> {
  await browser.startTracing(page, { categories: ['toplevel', '__metadata'] })
  let recorded: Buffer
  try {
    await work()
  } finally {
    recorded = await browser.stopTracing()
  }
  const { traceEvents } = trace.parse(JSON.parse(recorded.toString()))
  const isMain = (name: unknown) => name === 'CrRendererMain'
  const threads = new Set(
    traceEvents.flatMap(({ name, pid, tid, args }) =>
      name === 'thread_name' && isMain(args?.name) ? [`${pid}:${tid}`] : [],
    ),
  )
  const tasks = traceEvents.filter(
    ({ name, ph, pid, tid }) => ph === 'X' && name.endsWith('RunTask') && threads.has(`${pid}:${tid}`),
  )
  if (tasks.length === 0) throw new Error('the trace has no task of a main thread')
  return tasks.reduce((most, { tdur = 0 }) => Math.max(most, tdur / 1000), 0)
}
