/** What is drawn of an agent, in one file, because who sees one part soon sees the other. */
export { AgentSaid } from './AgentSaid.tsx'
export { LiveItem } from './LiveItem.tsx'
