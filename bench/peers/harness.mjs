import { once } from 'node:events'
import { createServer } from 'node:net'

/** What the peers share: documents come in as JSON on standard input, times go out as JSON on standard output. */

export async function documentsIn() {
  const chunks = []
  for await (const chunk of process.stdin) chunks.push(chunk)
  return JSON.parse(Buffer.concat(chunks).toString())
}

/** Runs `measure` with 0, 1, ... `runs` and prints what each but the first answered: that one finds nothing compiled. */
export async function printRuns(runs, measure) {
  const times = []
  for (let run = 0; run <= runs; run += 1) times.push(await measure(run))
  process.stdout.write(`${JSON.stringify(times.slice(1))}\n`)
}

export async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address()
  probe.close()
  return port
}

/** Waits until `holds` answers true, asking every few ms; throws after `withinMs`. */
export async function until(holds, everyMs = 4, withinMs = 60_000) {
  const from = performance.now()
  while (!(await holds())) {
    if (performance.now() - from > withinMs) throw new Error('it did not come to its end')
    await new Promise((resolve) => setTimeout(resolve, everyMs))
  }
}
