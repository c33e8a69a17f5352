import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { makeBackup, readBackup, restoreBackup } from './backup.ts'
import type { Edit } from './change.ts'
import { commit } from './commit.ts'
import type { Database } from './database.ts'
import { newIdAfter } from './identifiers.ts'
import {
  deleteMessageEdit,
  type Message,
  messageEdit,
  messageFieldsEdit,
  readLastMessages,
  readMessage,
  readMessages,
} from './messages.ts'
import { date, good, START, testDatabase } from './test-database.ts'
import { undoChange } from './undo.ts'

const write = async (db: Database, ...edits: Edit[]) => good(await commit(db, { kind: 'edit', label: 'x', edits }))

const bare = { figures: [], unknown: [], actions: [], acted: [] }

let last: string | undefined
function question(text: string, at = START): Message {
  last = newIdAfter(last, at)
  return { id: last, date: date('2026-11-23'), at, role: 'person', text, state: 'sent', ...bare }
}

const ANSWER = {
  role: 'coach',
  by: 'device',
  text: 'You slept 7.2 h.',
  figures: [{ at: 10, text: '7.2 h', value: 7.2, unit: 'h', link: '/history?metric=sleep' }],
  memory: { metric: 'sleep' },
  actions: [{ kind: 'log', metric: 'sleep' }],
  acted: [0],
} as const

describe('messages', () => {
  it('come back as they were written, oldest first, and from a backup too', async () => {
    const { db } = testDatabase()
    const asked = question('How did I sleep?')
    const answer: Message = { ...question(''), ...ANSWER, question: asked.id }
    const agent: Message = {
      ...question('Ask your pillow 3 times.'),
      role: 'coach',
      by: 'agent',
      agent: 'Llama',
      state: 'partial',
      problem: 'cut',
      question: asked.id,
      turn: 'b5b6cbd0-6a8c-4a1f-9c53-7a1d3f2f0e11',
      unknown: [[16, 17]],
      sentContext: { asOf: '2026-11-23', hash: 'abc' },
    }
    await write(db, messageEdit(agent), messageEdit(answer), messageEdit(asked))
    expect(await readMessages(db)).toEqual([asked, answer, agent])
    expect(await readMessage(db, answer.id)).toEqual(answer)

    const backup = good(await readBackup(await makeBackup(db)))
    const { db: other } = testDatabase()
    good(await restoreBackup(other, backup))
    expect(await readMessages(other)).toEqual([asked, answer, agent])
  })

  it('the last ones are read without the others, past any number of deleted ones', async () => {
    const { db } = testDatabase()
    const all = Array.from({ length: 40 }, (_, index) => question(`Question ${index}`))
    await write(db, ...all.map(messageEdit))
    expect(await readLastMessages(db, 10)).toEqual({ messages: all.slice(-10), hasEarlier: true })
    expect(await readLastMessages(db, 40)).toEqual({ messages: all, hasEarlier: false })
    await write(db, ...all.slice(12, 35).map(({ id }) => deleteMessageEdit(id)))
    const left = [...all.slice(0, 12), ...all.slice(35)]
    expect(await readLastMessages(db, 10)).toEqual({ messages: left.slice(-10), hasEarlier: true })
    expect(await readLastMessages(db, 17)).toEqual({ messages: left, hasEarlier: false })
  })

  it('deleting them can be undone', async () => {
    const { db } = testDatabase()
    const asked = question('Why?')
    await write(db, messageEdit(asked))
    const change = await write(db, deleteMessageEdit(asked.id))
    expect(await readMessages(db)).toEqual([])
    good(await undoChange(db, change))
    expect(await readMessages(db)).toEqual([asked])
  })

  it('one that cannot be read is left out, and what is wrong inside one is left out of it', async () => {
    const { db } = testDatabase()
    const asked = question('Why?')
    await write(
      db,
      messageEdit({ ...asked, role: 'coach', by: 'device' }),
      messageFieldsEdit(asked.id, {
        state: 'elsewhere',
        unknown: [[1], 'x', [0, 3]],
        figures: [
          { at: 0, text: 'Why', value: 1, link: 'javascript:alert(1)' },
          { at: 0, text: 'Why', value: 1, link: '//evil.example' },
          { at: 9, text: 'not there', value: 1, link: '/history' },
          { at: 0, text: 'Why', value: 1, link: '/history' },
        ],
      }),
      { collection: 'message', id: 'no-date', fields: { role: 'person', text: 'x', at: 1, date: 'soon' } },
      { collection: 'message', id: 'no-role', fields: { text: 'x', at: 1, date: '2026-11-23' } },
    )
    expect(await readMessages(db)).toEqual([
      {
        ...asked,
        role: 'coach',
        by: 'device',
        unknown: [[0, 3]],
        figures: [{ at: 0, text: 'Why', value: 1, link: '/history' }],
      },
    ])
  })

  it('a text that no sealed document could hold is cut between characters', async () => {
    const { db } = testDatabase()
    const asked = question('😴'.repeat(20_000))
    await write(db, messageEdit(asked))
    const [read] = await readMessages(db)
    expect(read?.text).toMatch(/^(?:😴)+ …$/u)
    expect(new TextEncoder().encode(read?.text).length).toBeLessThan(41_000)
  })
})
