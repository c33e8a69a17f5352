import * as z from 'zod/mini'

/** What a page and its synchronising worker say to each other. Both ends parse what they get. */

export const occasionSchema = z.enum([
  'start',
  'write',
  'online',
  'visible',
  'poke',
  'background',
  'periodic',
  'by-hand',
])

export const syncRequestMessage = z.discriminatedUnion('kind', [
  /** Something happened in the page that a run should follow. */
  z.object({ kind: z.literal('notice'), occasion: occasionSchema }),
  /** The page came into sight or went out of it. */
  z.object({ kind: z.literal('sight'), visible: z.boolean() }),
  /** Somebody signed in again. */
  z.object({ kind: z.literal('signed-in') }),
])

export const syncReportMessage = z.discriminatedUnion('kind', [
  /** A run ended. What it came to is in the database; this tells what the page itself has to do. */
  z.object({ kind: z.literal('ended'), end: z.enum(['done', 'again', 'signed-out', 'given-up']) }),
  /** A run failed in a way nobody foresaw. */
  z.object({ kind: z.literal('crash'), message: z.string() }),
])

export type SyncRequestMessage = z.infer<typeof syncRequestMessage>
export type SyncReportMessage = z.infer<typeof syncReportMessage>
