import * as z from 'zod'
import type { AccountId } from '../store/ports.ts'

/** better-auth's user id, as the store knows it. */
export const accountIdSchema = z.string().transform((id) => id as AccountId)
