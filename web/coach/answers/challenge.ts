import type { Challenge } from '../../insight/challenge/challenge.ts'
import { distinctRunning } from '../../insight/challenge/distinct.ts'
import { KNOWN_CHALLENGES, knownIdOf } from '../../insight/challenge/known.ts'
import { type ChallengeStanding, standingOf } from '../../insight/challenge/standing.ts'
import type { Book } from '../book.ts'
import type { Question } from '../language/question.ts'
import { LINKS } from '../links.ts'
import { countFigure, countOf, dateFigure, lines, listed, type Telling, tell } from '../telling.ts'
import type { Draft } from './draft.ts'

/** How challenges stand, and which may be started. */
export function answerChallenge({ metrics, text }: Question, book: Book): Draft {
  const { facts, records } = book
  const standings = facts.challenges.map((challenge) => ({ challenge, standing: standingOf(challenge, records) }))
  const running = distinctRunning(standings)
  const done = standings.filter(({ standing }) => standing.state === 'completed')
  const taken = new Set(running.map(({ challenge }) => knownIdOf(challenge.plan)))
  const asked = new Set<string>(metrics.map(({ id }) => id))
  const offered = KNOWN_CHALLENGES.filter(({ id, plan }) => {
    if (taken.has(id)) return false
    if (asked.size > 0) return plan.task.of !== 'logged' && asked.has(plan.task.metric)
    return (
      plan.task.of === 'logged' ||
      book.recorded.some(({ id: own }) => plan.task.of !== 'logged' && own === plan.task.metric)
    )
  })
  const told = running.map(({ challenge, standing }) => standingTelling(challenge, standing))
  const completed =
    done.length === 0
      ? undefined
      : tell`Completed: ${countFigure(done.length, 'challenges', { link: LINKS.challenges, figure: 'challenges:completed' })}.`
  const none = running.length > 0 ? undefined : tell`No challenge is running.`
  const offer =
    offered.length === 0 ||
    (running.length > 0 && !/\b(?:start|new|other|another|which|what|suggest|begin|take)\b/.test(text))
      ? undefined
      : tell`You could start: ${listed(
          offered.map(({ id, plan }) => nameTelling(id, plan.name)),
          'or',
        )}.`
  return {
    parts: lines(...told, none, completed, offer),
    ...(metrics[0] === undefined ? {} : { metric: metrics[0].id }),
    actions:
      offer === undefined
        ? []
        : offered.slice(0, 2).map(({ plan }) => ({ kind: 'start-challenge', label: `Start: ${plan.name}`, plan })),
  }
}

/** The names of challenges hold numbers, which are figures as well. */
function nameTelling(id: string, name: string): Telling {
  const figure = /\d[\d\u202f]*/.exec(name)
  if (figure === null) return tell`${name}`
  const [text] = figure
  const value = Number(text.replaceAll('\u202f', ''))
  const unit = id === 'steps' ? 'steps' : id === 'sleep' ? 'h' : id === 'protein' ? 'g' : ''
  return tell`${name.slice(0, figure.index)}${{ text, value, unit, link: LINKS.challenges, figure: `challenge:${id}` }}${name.slice(figure.index + text.length)}`
}

function standingTelling({ id, plan, from }: Challenge, { count }: ChallengeStanding): Telling {
  const place = { link: LINKS.challenges, figure: `challenge:${id}` }
  const name = nameTelling(knownIdOf(plan) ?? id, plan.name)
  const done = countFigure(count, 'days', { ...place, figure: `${place.figure}#count` })
  return tell`${name}: ${done} of ${countOf(plan.days, 'day', { ...place, figure: `${place.figure}#days` })} in a row, since ${dateFigure(from, { ...place, figure: `${place.figure}#from` })}.`
}
