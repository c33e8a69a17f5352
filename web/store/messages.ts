import * as z from 'zod/mini'
import { type CivilDate, parseCivilDate } from '../../shared/calendar/civil-date.ts'
import { DELETED, type Document, type Fields, isDeleted, type Json } from '../../shared/document/document.ts'
import type { Edit } from './change.ts'
import { MESSAGES } from './collections.ts'
import type { Database } from './database.ts'

/** A figure in an answer of this device, and where it stands in the app. */
export interface MessageFigure {
  /** Where in the text it begins. */
  readonly at: number
  readonly text: string
  readonly value: number | string
  readonly unit?: string | undefined
  /** A path of the app. */
  readonly link: string
}

/** What an agent was given along with a question. */
export interface SentContext {
  /** The day as of which it was made. */
  readonly asOf: string
  readonly hash: string
}

/** One thing said in the conversation with the coach. */
export interface Message {
  readonly id: string
  readonly date: CivilDate
  /** ms since 1970 UTC */
  readonly at: number
  readonly role: 'person' | 'coach'
  /** Who answered. A person's message has none. */
  readonly by?: 'device' | 'agent' | undefined
  /** What the agent is called. */
  readonly agent?: string | undefined
  readonly text: string
  /** `queued`: a question that waits for the agent. `partial` and `failed` are answers that did not come, or not whole. */
  readonly state: 'sent' | 'queued' | 'partial' | 'failed'
  /** Why it is partial or failed: a code. */
  readonly problem?: string | undefined
  /** The id of the message it answers. */
  readonly question?: string | undefined
  /** The agent's turn. */
  readonly turn?: string | undefined
  readonly figures: readonly MessageFigure[]
  /** Where in the text there are numbers that the agent was not given: from, and up to. */
  readonly unknown: readonly (readonly [from: number, to: number])[]
  readonly sentContext?: SentContext | undefined
  /** What is proposed, each to be confirmed by the person, as the coach of the device made it. */
  readonly actions: readonly Json[]
  /** Which of the actions were done, by their place. */
  readonly acted: readonly number[]
  /** What a follow-up refers to, as the coach of the device made it. */
  readonly memory?: Json | undefined
}

/** Bytes of an answer that are kept: a document is sealed whole, and a sealed one has its limit. */
const MOST_BYTES = 40_000

/** The last so many messages, oldest first, and whether there are earlier ones. */
export interface LastMessages {
  readonly messages: readonly Message[]
  readonly hasEarlier: boolean
}

/**
 * The last `count` messages. Reads as many rows, however long the conversation: ids are in the order of time, and the list
 * of ids alone is short.
 */
export async function readLastMessages(db: Database, count: number): Promise<LastMessages> {
  const keys = await messageKeys(db)
  const found: Message[] = []
  let end = keys.length
  while (end > 0 && found.length < count) {
    const start = Math.max(0, end - count)
    const documents = await db.documents.bulkGet(keys.slice(start, end))
    found.unshift(...documents.flatMap((document) => (document === undefined ? [] : (messageOf(document) ?? []))))
    end = start
  }
  return { messages: found.slice(-count), hasEarlier: end > 0 || found.length > count }
}

/** Every message, oldest first. */
export async function readMessages(db: Database): Promise<Message[]> {
  const documents = await db.documents
    .where('[collection+id]')
    .between(...RANGE)
    .toArray()
  return documents.flatMap((document) => messageOf(document) ?? [])
}

export async function readMessage(db: Database, id: string): Promise<Message | undefined> {
  const document = await db.documents.get([MESSAGES, id])
  return document && messageOf(document)
}

const RANGE = [
  [MESSAGES, ''],
  [MESSAGES, '\uffff'],
] as const

const messageKeys = (db: Database) =>
  db.documents
    .where('[collection+id]')
    .between(...RANGE)
    .primaryKeys()

/** The document's fields for a message; what is not there is not written. */
export function messageEdit({ id, ...message }: Message): Edit {
  const { figures, unknown, actions, acted, text, ...rest } = message
  const lists = Object.entries({ figures, unknown, actions, acted }).filter(([, list]) => list.length > 0)
  const present = Object.entries(rest).filter(([, value]) => value !== undefined)
  const fields: unknown = { ...Object.fromEntries(present), ...Object.fromEntries(lists), text: cut(text) }
  return { collection: MESSAGES, id, fields: fields as Fields } // Of JSON throughout: see Message.
}

/** Some fields of a message that is there already. */
export function messageFieldsEdit(id: string, fields: Fields): Edit {
  return { collection: MESSAGES, id, fields }
}

export function deleteMessageEdit(id: string): Edit {
  return { collection: MESSAGES, id, fields: { [DELETED]: true } }
}

/** The text as far as it is kept, and never half a character of it. */
function cut(text: string): string {
  const bytes = new TextEncoder().encode(text)
  if (bytes.length <= MOST_BYTES) return text
  return `${new TextDecoder().decode(bytes.subarray(0, MOST_BYTES)).replace(/\ufffd+$/, '')} …`
}

// A path of the app and nothing else: a backup may hold anything.
const link = z.string().check(z.regex(/^\/(?![/\\])/))
const figure: z.ZodMiniType<MessageFigure> = z.object({
  at: z.int(),
  text: z.string(),
  value: z.union([z.number(), z.string()]),
  unit: z.exactOptional(z.string()),
  link,
})
const sentContext: z.ZodMiniType<SentContext> = z.object({ asOf: z.string(), hash: z.string() })
const unknownRange = z.tuple([z.int(), z.int()])

const head = z.object({
  date: z.string(),
  at: z.number(),
  role: z.enum(['person', 'coach']),
  text: z.string(),
})

/** The message that a document is; undefined where it is deleted or none that can be read. */
function messageOf(document: Document): Message | undefined {
  if (isDeleted(document)) return undefined
  const { fields } = document
  const parsed = head.safeParse(fields)
  const date = parsed.success ? parseCivilDate(parsed.data.date) : undefined
  if (!parsed.success || date === undefined) return undefined
  const { text, at, role } = parsed.data
  const by = fields['by'] === 'agent' ? 'agent' : 'device'
  const given = sentContext.safeParse(fields['sentContext'])
  return {
    id: document.id,
    date,
    at,
    role,
    text,
    state: STATES.find((state) => state === fields['state']) ?? 'sent',
    figures: listOf(fields['figures'], figure).filter(({ at: from, text: words }) => text.startsWith(words, from)),
    unknown: listOf(fields['unknown'], unknownRange),
    actions: Array.isArray(fields['actions']) ? fields['actions'] : [],
    acted: listOf(fields['acted'], z.int()),
    ...(role === 'coach' ? { by } : {}),
    ...(given.success ? { sentContext: given.data } : {}),
    ...(fields['memory'] === undefined ? {} : { memory: fields['memory'] }),
    ...texts(fields, ['agent', 'problem', 'question', 'turn']),
  }
}

const STATES = ['sent', 'queued', 'partial', 'failed'] as const

/** Those of a list that can be read. */
function listOf<Item>(value: Json | undefined, item: z.ZodMiniType<Item>): Item[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((each: Json) => {
    const parsed = item.safeParse(each)
    return parsed.success ? [parsed.data] : []
  })
}

function texts<Name extends string>(fields: Fields, names: readonly Name[]): Partial<Record<Name, string>> {
  const found: Partial<Record<Name, string>> = {}
  for (const name of names) {
    const value = fields[name]
    if (typeof value === 'string') found[name] = value
  }
  return found
}
