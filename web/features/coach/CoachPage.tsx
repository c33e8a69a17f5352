import { Download, Ellipsis, Eye, MessageCircle, Trash2 } from 'lucide-react'
import { lazy, Suspense, useCallback, useMemo, useState } from 'react'
import { dropTurns } from '../../coach-agent/late-desk.ts'
import { deleteMessageEdit, type Message, readMessages } from '../../store/messages.ts'
import { timeZoneOf } from '../../store/profile.ts'
import { useCommit, useDatabase, useProfile, useToday } from '../../store/react.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { pageCoach } from '../../workers/coach-client.ts'
import styles from './Coach.module.css'
import { Composer } from './Composer.tsx'
import { Conversation } from './Conversation.tsx'
import { exportText } from './export-text.ts'
import type { MessageActions } from './MessageItem.tsx'
import { Suggestions } from './Suggestions.tsx'
import { useAgent } from './use-agent.ts'
import { useAsking, withAnswers } from './use-asking.ts'
import { useConversation, useSuggestions } from './use-conversation.ts'
import { WhoAnswers } from './WhoAnswers.tsx'

// Opened by few, and seldom.
const AgentSheet = lazy(() => import('./AgentSheet.tsx'))
const DeleteSheet = lazy(() => import('./DeleteSheet.tsx'))

const NONE: readonly Message[] = []
/** What was typed and not asked, for who looks something up on another screen first. */
const kept = { draft: '' }

const firstSuggestions = () => pageCoach().begin()

/** Asks the person's own records, on this device; and an agent, where the person has chosen one. */
export default function CoachPage() {
  const db = useDatabase()
  const commit = useCommit()
  const profile = useProfile()
  const today = useToday()
  const view = useAgent()
  const { messages, live, running, waiting, stop, hasEarlier, showEarlier, error } = useConversation()
  const { suggestions, setSuggestions } = useSuggestions(firstSuggestions)
  const [draft, setDraft] = useState(kept.draft)
  const [editing, setEditing] = useState<Message>()
  const [open, setOpen] = useState<'agent' | 'delete'>()
  const timeZone = timeZoneOf(profile)
  const timeText = useMemo(() => {
    const format = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', timeZone })
    return (at: number) => format.format(at)
  }, [timeZone])

  const { consent, agreed, standing } = view
  const shown = messages ?? NONE
  const agentConsent = agreed === null ? undefined : consent
  const to = agentConsent?.asksAgent === true ? agentConsent : undefined
  const { ask, askAgent, isBusy, problem } = useAsking({
    messages: shown,
    readAgreed: view.readAgreed,
    onSuggestions: setSuggestions,
  })

  const type = (text: string) => {
    kept.draft = text
    setDraft(text)
  }
  const send = async (text: string) => {
    type('')
    setEditing(undefined)
    const taken = await ask(text, editing === undefined ? {} : { instead: editing })
    if (taken) view.refresh()
    else type(text)
  }
  const remove = useCallback(
    async (gone: readonly Message[], label: string) => {
      await dropTurns(
        db,
        gone.map(({ id }) => id),
      )
      await commit({ kind: 'delete', label, edits: gone.map(({ id }) => deleteMessageEdit(id)) })
    },
    [commit, db],
  )
  const removeAll = async () => {
    setOpen(undefined)
    await remove(await readMessages(db), 'Conversation deleted')
  }
  const exportAll = async () => {
    const text = exportText(await readMessages(db), timeText)
    saveFile(`ownit-coach-${today}.md`, new Blob([text], { type: 'text/markdown' }))
  }

  const actions: MessageActions = {
    onEdit: (question) => {
      type(question.text)
      setEditing(question)
    },
    onDelete: (message) =>
      void remove(message.role === 'person' ? withAnswers(shown, message) : [message], 'Message deleted'),
    onAskAgent: agentConsent === undefined ? undefined : (question, instead) => void askAgent(question, instead),
    questionOf: ({ question }) => shown.find(({ id }) => id === question),
    agent: agreed?.name,
    isWaiting: ({ id }) => waiting.has(id),
    timeText,
  }

  if (messages === undefined && error !== undefined) throw error
  const holder = standing?.agent ?? consent?.agent ?? undefined
  return (
    <div className={styles['page']}>
      <PageHeader
        title="Coach"
        actions={
          <Menu
            label="More"
            items={[
              ...(holder === undefined
                ? []
                : [
                    {
                      label: `What ${holder.name} is sent`,
                      icon: <Eye aria-hidden="true" />,
                      run: () => setOpen('agent'),
                    },
                  ]),
              { label: 'Save as a file', icon: <Download aria-hidden="true" />, run: () => void exportAll() },
              {
                label: 'Delete the conversation',
                icon: <Trash2 aria-hidden="true" />,
                tone: 'danger',
                run: () => setOpen('delete'),
              },
            ]}
          >
            <Ellipsis aria-hidden="true" />
          </Menu>
        }
      />
      <WhoAnswers view={view} onOpen={() => setOpen('agent')} />
      {messages === undefined ? (
        <Skeleton height="40vh" label="Reading the conversation" />
      ) : shown.length === 0 ? (
        <div className={styles['nothing']}>
          <EmptyState icon={<MessageCircle />} title="Ask your own records.">
            Every number in an answer comes from what you logged and leads to where it stands. It works without a
            network.
          </EmptyState>
        </div>
      ) : (
        <Conversation
          messages={shown}
          hasEarlier={hasEarlier}
          showEarlier={showEarlier}
          live={live}
          running={running}
          stop={stop}
          actions={actions}
        />
      )}
      <div className={styles['below']}>
        {problem !== undefined && <Banner tone="danger">{problem}</Banner>}
        <Suggestions suggestions={suggestions} onAsk={(text) => void send(text)} isBusy={isBusy} />
        <Composer
          draft={draft}
          onDraft={type}
          editing={editing}
          onStopEditing={() => {
            setEditing(undefined)
            type('')
          }}
          onAsk={(text) => void send(text)}
          isBusy={isBusy}
          placeholder={to === undefined ? 'Ask about your records' : `Ask ${to.agent?.name ?? 'the agent'}`}
        />
      </div>
      <Suspense>
        {open === 'agent' && holder !== undefined && consent !== undefined && (
          <AgentSheet
            agent={holder}
            consent={consent}
            isAgreed={agreed !== null}
            onSave={view.setConsent}
            onClose={() => setOpen(undefined)}
          />
        )}
        {open === 'delete' && (
          <DeleteSheet
            onDelete={() => void removeAll()}
            agent={holder}
            onForgotten={view.refresh}
            onClose={() => setOpen(undefined)}
          />
        )}
      </Suspense>
    </div>
  )
}
