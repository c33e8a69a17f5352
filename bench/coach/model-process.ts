import * as z from 'zod'
import { startOpenAiDouble } from '../../sync-server/coach/double/openai-double.ts'

/** What the model of a bench says, and how fast: the first message to this process. */
export const saysSchema = z.object({ answer: z.array(z.string()), pauseMs: z.number() })
/** Where it is: the first message from it. */
export const modelSchema = z.object({ baseUrl: z.string(), apiKey: z.string(), model: z.string() })

process.once('message', async (message) => {
  const { answer, pauseMs } = saysSchema.parse(message)
  const double = await startOpenAiDouble()
  double.answer = answer
  double.service.pauseMs = pauseMs
  const { baseUrl, apiKey, model } = double
  process.send?.({ baseUrl, apiKey, model })
})
// Ends with whoever started it.
process.once('disconnect', () => process.exit(0))
