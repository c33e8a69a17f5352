import type { Message } from '../../store/messages.ts'
import { latePart } from '../../ui/late-part.tsx'

/** What an agent says, which who asks none never sees. */
export const agentSaid = latePart(async () => (await import('./agent-parts.ts')).AgentSaid)
export const liveItem = latePart(async () => (await import('./agent-parts.ts')).LiveItem)
/** What answers propose: few do. */
export const actionCards = latePart(async () => (await import('./ActionCard.tsx')).ActionCards)

/** Resolves when these messages are drawn at once as they will stay. */
export async function partsReady(messages: readonly Pick<Message, 'by' | 'actions'>[]): Promise<void> {
  await Promise.all([
    messages.some(({ by }) => by === 'agent') ? agentReady() : undefined,
    messages.some(({ actions }) => actions.length > 0) ? actionCards.ready() : undefined,
  ])
}

/** The same for an agent's answers that may come. */
export async function agentReady(): Promise<void> {
  await Promise.all([agentSaid.ready(), liveItem.ready()])
}
