import { Plus } from 'lucide-react'
import { useMemo, useState } from 'react'
import { type Challenge, type ChallengePlan, fieldsOfChallenge, samePlan } from '../../insight/challenge/challenge.ts'
import { distinctRunning, type StandingChallenge } from '../../insight/challenge/distinct.ts'
import { KNOWN_CHALLENGES } from '../../insight/challenge/known.ts'
import { standingOf } from '../../insight/challenge/standing.ts'
import { challengeEdit, deleteChallengeEdit, stopChallengeEdit } from '../../store/challenges.ts'
import type { Edit } from '../../store/change.ts'
import { newId } from '../../store/identifiers.ts'
import { useCommit, useMetrics, useProfile } from '../../store/react.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { ChallengeCard } from './ChallengeCard.tsx'
import { ChallengeSheet } from './ChallengeSheet.tsx'
import styles from './Challenges.module.css'
import { planText } from './challenge-text.ts'
import type { GoalBook } from './use-goal-book.ts'

/** Challenges under way, those that can be begun, and what became of earlier ones. */
export function ChallengesView({ book }: { readonly book: GoalBook }) {
  const { challenges, records, metricOf } = book
  const commit = useCommit()
  const metrics = useMetrics()
  const { units } = useProfile()
  const [isOpen, setOpen] = useState(false)
  const [problem, setProblem] = useState<string>()
  const { running, ended } = useMemo(() => sorted(challenges, records), [challenges, records])
  const isRunning = (plan: ChallengePlan) => running.some(({ challenge }) => samePlan(challenge.plan, plan))

  const edit = async (label: string, edits: readonly Edit[]) => {
    const saved = await commit({ kind: 'edit', label, edits: [...edits] })
    setProblem(saved.ok ? undefined : saved.failure.message)
    return saved.ok
  }
  const begin = (plan: ChallengePlan) =>
    edit(`Challenge begun: ${plan.name}`, [challengeEdit(newId(), fieldsOfChallenge(plan, records.today))])

  return (
    <div className={styles['stack']}>
      {problem !== undefined && <Banner tone="danger">{problem}</Banner>}
      {running.length > 0 && (
        <div className={styles['cards']}>
          {running.map(({ challenge, standing, twins }) => (
            <ChallengeCard key={challenge.id} challenge={challenge} standing={standing} metricOf={metricOf}>
              <Button
                tone="plain"
                aria-label={`Give up ${challenge.plan.name}`}
                onClick={() =>
                  void edit(
                    'Challenge given up',
                    [challenge.id, ...twins].map((id) => stopChallengeEdit(id, records.today)),
                  )
                }
              >
                Give up
              </Button>
            </ChallengeCard>
          ))}
        </div>
      )}
      <Card title="Begin a challenge">
        <ul>
          {KNOWN_CHALLENGES.filter(({ plan }) => !isRunning(plan)).map(({ id, plan }) => (
            <li key={id} className={styles['row']}>
              <div>
                <p className={styles['name']}>{plan.name}</p>
                <p className={styles['soft']}>{planText(plan, metricOf, units)}</p>
              </div>
              <Button aria-label={`Start ${plan.name}`} onClick={() => void begin(plan)}>
                Start
              </Button>
            </li>
          ))}
        </ul>
        <div>
          <Button icon={<Plus aria-hidden="true" />} onClick={() => setOpen(true)}>
            Make your own
          </Button>
        </div>
        <p className={styles['soft']}>
          Every day of a challenge is judged by what is recorded for it. A value that is added or corrected later counts
          as if it had been there; during a pause a challenge holds.
        </p>
      </Card>
      {ended.length > 0 && (
        <section className={styles['stack']} aria-labelledby="earlier-challenges">
          <h2 id="earlier-challenges" className={styles['heading']}>
            Earlier
          </h2>
          <div className={styles['cards']}>
            {ended.map(({ challenge, standing }) => (
              <ChallengeCard key={challenge.id} challenge={challenge} standing={standing} metricOf={metricOf}>
                {!isRunning(challenge.plan) && (
                  <Button aria-label={`Start again: ${challenge.plan.name}`} onClick={() => void begin(challenge.plan)}>
                    Start again
                  </Button>
                )}
                <Button
                  tone="plain"
                  aria-label={`Delete ${challenge.plan.name}`}
                  onClick={() =>
                    void edit('Challenge deleted, with what it earned', [deleteChallengeEdit(challenge.id)])
                  }
                >
                  Delete
                </Button>
              </ChallengeCard>
            ))}
          </div>
        </section>
      )}
      {isOpen && <ChallengeSheet metrics={metrics} onBegin={begin} onClose={() => setOpen(false)} />}
    </div>
  )
}

function sorted(challenges: readonly Challenge[], records: GoalBook['records']) {
  const all: StandingChallenge[] = challenges.map((challenge) => ({
    challenge,
    standing: standingOf(challenge, records),
  }))
  const ended = all.filter(({ standing }) => standing.state !== 'running')
  return { running: distinctRunning(all), ended: ended.reverse() }
}
