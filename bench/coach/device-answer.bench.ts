import { addDays } from '../../shared/calendar/civil-date.ts'
import { normalOf, seededRandom } from '../../shared/random/seeded-random.ts'
import { type Memory, NO_MEMORY } from '../../web/coach/answer.ts'
import { ask } from '../../web/coach/ask.ts'
import type { CoachFacts } from '../../web/coach/facts.ts'
import { factsWith, TODAY } from '../../web/coach/facts-for-tests.ts'
import type { Bench } from '../bench.ts'
import { quantile } from '../statistics.ts'

const TEN_YEARS = 3650
const ROUNDS = 5

const QUESTIONS = [
  'How am I doing?',
  'What changed this month?',
  'Why was I tired this week?',
  'What affects my mood?',
  'Compare steps this month with last month',
  'this week vs last week',
  'wieght yestarday',
  'average sleep since 2018',
  'total steps in 2024',
  'How many days over 10000 steps ever?',
  'Best and worst days for mood',
  'Which weekday do I walk most?',
  'Is my weight going down?',
  'How long is my streak?',
  'Am I on course for my goals?',
  'How are my challenges?',
  'What will my weight be next week?',
  'Any risks?',
  'What should I log today?',
  'What should I try next?',
  'help',
  'and last month?',
] as const

/**
 * What the coach on the device takes for an answer, with ten years of six metrics and their analysis given: CPU time in
 * Node, compiling left aside.
 */
export const deviceAnswerBench: Bench = async () => {
  const facts = tenYears()
  const times: number[] = []
  let slowest = { question: '', time: 0 }
  for (let round = 0; round < ROUNDS; round++) {
    let memory: Memory = NO_MEMORY
    for (const question of QUESTIONS) {
      const before = process.cpuUsage()
      memory = ask(question, facts, memory).memory
      const { user, system } = process.cpuUsage(before)
      const time = (user + system) / 1000
      // The first round finds nothing compiled.
      if (round === 0) continue
      times.push(time)
      if (time > slowest.time) slowest = { question, time }
    }
  }
  const detail = `p50 ${quantile(times, 0.5).toFixed(1)} ms, the slowest ${slowest.time.toFixed(0)} ms: ${slowest.question}`
  return [{ name: 'coach-device-answer-p95', value: quantile(times, 0.95), detail }]
}

function tenYears(): CoachFacts {
  const random = seededRandom(6)
  const start = addDays(TODAY, -TEN_YEARS)
  const values = (mean: number, deviation: number, least: number, most: number) =>
    Float64Array.from({ length: TEN_YEARS }, () =>
      random() < 0.08 ? Number.NaN : Math.min(most, Math.max(least, mean + deviation * normalOf(random))),
    )
  const series = [
    { metric: 'weight', start, values: values(75, 0.4, 20, 300) },
    { metric: 'steps', start, values: values(8000, 2500, 0, 100_000) },
    { metric: 'sleep', start, values: values(6.8, 0.9, 0, 24) },
    { metric: 'calories', start, values: values(2100, 350, 0, 10_000) },
    { metric: 'protein', start, values: values(90, 20, 0, 500) },
    { metric: 'mood', start, values: values(3.4, 0.8, 1, 5) },
  ]
  const rule = (low: number) => ({ kind: 'atLeast', low }) as const
  return factsWith(series, {
    goals: [
      {
        id: 'steps',
        metric: 'steps',
        weekStart: 1,
        versions: [{ from: start, rule: rule(9000), cadence: 'day', paused: false }],
      },
      {
        id: 'weight',
        metric: 'weight',
        weekStart: 1,
        versions: [
          {
            from: addDays(TODAY, -60),
            rule: { kind: 'atMost', high: 72 },
            cadence: 'byDate',
            until: addDays(TODAY, 60),
            paused: false,
          },
        ],
      },
    ],
    challenges: [
      {
        id: 'logged',
        plan: { name: 'Two weeks without a gap', task: { of: 'logged' }, days: 14, within: 28 },
        from: addDays(TODAY, -5),
      },
    ],
  })
}
