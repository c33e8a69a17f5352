import '../store/zod-without-eval.ts'
import * as z from 'zod/mini'
import { type Subscription, subscriptionSchema } from '../../shared/push/messages.ts'

/** Under which it is remembered what the server was last told, so that it is told of changes alone, and once a day. */
export const TOLD_SERVER = 'reminders-told-server'

/** Under which is kept why this device is not woken, null where it is: for the screen, whoever has found it out. */
export const REMINDER_PROBLEM = 'reminders-problem'

const toldSchema = z.tuple([subscriptionSchema, z.string(), z.number()])

/** `turn` names the sign-in during which it was told, `day` the day since 1970 UTC. */
export const toldText = (told: Subscription, turn: string, day: number): string => JSON.stringify([told, turn, day])

/** What the server was told, as it was remembered; undefined where it was told nothing, or to forget it. */
export function toldOf(remembered: unknown): Subscription | undefined {
  if (typeof remembered !== 'string') return undefined
  const parsed = toldSchema.safeParse(JSON.parse(remembered))
  return parsed.success ? parsed.data[0] : undefined
}
