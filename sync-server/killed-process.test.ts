import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { describeWithPostgres } from '../scripts/postgres/describe-with-postgres.ts'
import type { SyncResponse } from '../shared/sync/messages.ts'
import { type AnswerCutter, answerCutter } from './answer-cutter.ts'
import { type HttpDevice, httpDevice, newPush, type PushDraft, signedUp } from './http-contract-subject.ts'
import { newServerFolder, type ServerProcess, startProcess } from './process-under-test.ts'

const ACCOUNTS = 3
const WRITERS_OF_EACH = 4
/** Pushes that each writer has had answered before one process is killed, and goes on with after that. */
const BEFORE = 10
const AFTER = 15
const WITHIN_MS = 120_000

describeWithPostgres('two server processes on one Postgres, of which one is killed under load', (postgres) => {
  let folder: string
  let processes: readonly [ServerProcess, ServerProcess]
  let wayToFirst: AnswerCutter
  let urls: readonly [string, string]

  beforeAll(async () => {
    folder = await newServerFolder()
    const env = {
      DATABASE_URL: await postgres().createDatabase('killed'),
      AUTH_SECRET: 'a secret that both processes share',
    }
    processes = [startProcess(folder, env), startProcess(folder, env)]
    wayToFirst = await answerCutter(await processes[0].url, () => processes[0].child.kill('SIGKILL'))
    urls = [wayToFirst.url, await processes[1].url]
  }, WITHIN_MS)
  afterAll(async () => {
    for (const { child } of processes) child.kill('SIGKILL')
    await Promise.all(processes.map(({ exit }) => exit))
    await rm(folder, { recursive: true })
  })

  it(
    '[S4] keep every push that was acknowledged once, in versions that only grow, and serve all from the one that is left',
    async () => {
      const accounts = await Promise.all(Array.from({ length: ACCOUNTS }, () => signedUp(urls[0])))
      const writers = accounts.flatMap((device) =>
        Array.from({ length: WRITERS_OF_EACH }, (_, n) => new Writer(atBoth(urls, device), n % 2)),
      )
      const readers = accounts.map((device) => new Reader(atBoth(urls, device)))
      let stopping = false
      const writing = Promise.all(writers.map((writer) => writer.write(() => stopping)))
      const all = Promise.all([writing, ...readers.map((reader) => reader.follow(writing))])
      try {
        const underWay = vi.waitFor(() => {
          for (const writer of writers) expect(writer.answered).toBeGreaterThanOrEqual(BEFORE)
        }, WITHIN_MS)
        await Promise.race([underWay, all])
        // One push is committed whose answer nobody gets; the others are wherever they are.
        await Promise.race([wayToFirst.cutNext('"status":"ok"'), all])
      } finally {
        stopping = true
      }
      await all

      expect(await processes[0].exit).toBeNull()
      // Whoever was at the process that died has lost an answer; nobody else has.
      for (const writer of writers) expect(writer.lost > 0).toBe(writer.begunAt === 0)
      for (const [index, reader] of readers.entries()) {
        const own = writers.slice(index * WRITERS_OF_EACH, (index + 1) * WRITERS_OF_EACH)
        for (const writer of own) expect(writer.versions).toEqual(writer.versions.toSorted((a, b) => a - b))
        const versions = own.flatMap((writer) => writer.versions).toSorted((a, b) => a - b)
        // One version for each push, and none for what was pushed again after a lost answer.
        expect(versions).toEqual(Array.from({ length: versions.length }, (_, n) => n + 1))
        expect(reader.head).toBe(versions.length)
        expect(reader.count).toBe(own.reduce((sum, writer) => sum + writer.kept.size, 0))
        expect(reader.kept).toEqual(new Map(own.flatMap((writer) => [...writer.kept])))
      }
    },
    WITHIN_MS,
  )
})

type AtBoth = readonly [HttpDevice, HttpDevice]

/** A device that can speak to either process, with one session. */
function atBoth(urls: readonly [string, string], { credentials, cookie }: HttpDevice): AtBoth {
  const devices = [httpDevice(urls[0], credentials), httpDevice(urls[1], credentials)] as const
  for (const device of devices) device.cookie = cookie
  return devices
}

interface Kept {
  readonly version: number
  readonly envelope: string
}

/** A device of which every request goes to one process until that does not answer, and then to the other. */
class Client {
  readonly begunAt: number
  /** Requests that were not answered. */
  lost = 0
  #at: number
  readonly #devices: AtBoth

  constructor(devices: AtBoth, at: number) {
    this.#devices = devices
    this.begunAt = at
    this.#at = at
  }

  async exchange(request: { readonly cursor: number; readonly push: readonly PushDraft[] }): Promise<SyncResponse> {
    for (;;) {
      try {
        return await (this.#at === 0 ? this.#devices[0] : this.#devices[1]).exchange(request)
      } catch (error) {
        // What fetch throws when nobody answers, or not to the end; an answer that is refused is another error.
        if (!(error instanceof TypeError) || this.lost > 0) throw error
        this.lost += 1
        this.#at = 1 - this.#at
      }
    }
  }
}

/** Pushes without a pause: each time a new document, and the one before once more. */
class Writer extends Client {
  readonly kept = new Map<string, Kept>()
  /** In the order in which they were acknowledged. */
  readonly versions: number[] = []
  answered = 0

  async write(stopping: () => boolean): Promise<void> {
    let last: PushDraft | undefined
    for (let left = AFTER; left > 0; left -= stopping() ? 1 : 0) {
      const next = newPush()
      const again = last === undefined ? [] : [newPush({ key: last.key, base: this.kept.get(last.key)?.version ?? 0 })]
      await this.#push([...again, next])
      last = next
    }
  }

  async #push(push: readonly PushDraft[]): Promise<void> {
    const { results } = await this.exchange({ cursor: Number.MAX_SAFE_INTEGER, push })
    for (const [index, { key, envelope }] of push.entries()) {
      const result = results[index]
      if (result?.status !== 'ok') throw new Error(`a push was answered with ${result?.status}`)
      this.kept.set(key, { version: result.version, envelope })
      this.versions.push(result.version)
    }
    this.answered += 1
  }
}

/** Takes what is new, from its cursor on, and holds to it that no version comes that is not above it. */
class Reader extends Client {
  readonly kept = new Map<string, Kept>()
  head = 0
  count = 0

  constructor(devices: AtBoth) {
    super(devices, 0)
  }

  async follow(writing: Promise<unknown>): Promise<void> {
    let written = false
    const stop = () => {
      written = true
    }
    void writing.then(stop, stop)
    for (let last = false; !last; ) {
      last = written
      for (let more = true; more; ) more = await this.#pull()
    }
  }

  async #pull(): Promise<boolean> {
    const { changes, cursor, more, count } = await this.exchange({ cursor: this.head, push: [] })
    let above = this.head
    for (const { key, version, envelope } of changes) {
      if (version <= above) throw new Error(`version ${version} came after ${above}`)
      above = version
      this.kept.set(key, { version, envelope })
    }
    this.head = cursor
    this.count = count
    return more
  }
}
