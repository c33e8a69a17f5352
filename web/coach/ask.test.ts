import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type CivilDate, datesBetween } from '../../shared/calendar/civil-date.ts'
import { BUILT_IN_METRICS } from '../../shared/metric/catalogue.ts'
import type { MetricId } from '../../shared/metric/metric.ts'
import { normalOf, seededRandom } from '../../shared/random/seeded-random.ts'
import { type Answer, answerFigures, answerText, INTENTS, type Memory, NO_MEMORY } from './answer.ts'
import { ask } from './ask.ts'
import type { CoachFacts } from './facts.ts'
import { date, daysOf, factsWith, TODAY } from './facts-for-tests.ts'

const random = seededRandom(3)
const noise = (mean: number, deviation: number, days = 120) =>
  Array.from({ length: days }, () => (random() < 0.1 ? undefined : mean + deviation * normalOf(random)))

const STEPS = noise(8000, 2000)
const FACTS = factsWith([daysOf('weight', noise(80, 0.3)), daysOf('steps', STEPS), daysOf('sleep', noise(7, 0.8))])

const answer = (question: string, facts: CoachFacts = FACTS): Answer => ask(question, facts, NO_MEMORY).answer
const text = (question: string, facts?: CoachFacts) => answerText(answer(question, facts))

describe('goals', () => {
  const low = 8000
  const facts: CoachFacts = {
    ...FACTS,
    goals: [
      {
        id: 'walk',
        metric: 'steps',
        weekStart: 1,
        versions: [{ from: date('2026-11-01'), rule: { kind: 'atLeast', low }, cadence: 'day', paused: false }],
      },
      {
        id: 'weigh',
        metric: 'weight',
        weekStart: 1,
        versions: [
          {
            from: date('2026-11-01'),
            rule: { kind: 'atMost', high: 70 },
            cadence: 'byDate',
            until: date('2027-02-01'),
            paused: false,
          },
        ],
      },
    ],
  }

  it('are told with how often they were met, counted from the rows', () => {
    const days = STEPS.map((value, at) => ({ value, on: addDays(TODAY, at - STEPS.length) })).filter(
      ({ on }) => on >= '2026-11-01',
    )
    const met = days.filter(({ value }) => value !== undefined && value >= low).length
    const figures = answerFigures(answer('How is my step goal?', facts))
    expect(figures.find(({ figure }) => figure === 'goal:walk#met')?.value).toBe(met)
    expect(figures.find(({ figure }) => figure === 'goal:walk#judged')?.value).toBe(days.length)
    expect(figures.every(({ link }) => link === '/goals')).toBe(true)
  })

  it('by a date are told with whether they are on course', () => {
    expect(text('Am I on course for my weight goal?', facts)).toMatch(
      /^Weight: at most 70\.0 kg by 1 Feb 2027\. You stand at [\d.]+ kg on average: it is open\. At the present pace, .+ of 100 courses/,
    )
  })

  it('are proposed and not set', () => {
    expect(answer('set a goal of 9000 steps').actions).toEqual([
      {
        kind: 'set-goal',
        label: 'Set a goal: at least 9\u202f000 steps',
        metric: 'steps',
        rule: { kind: 'atLeast', low: 9000 },
        cadence: 'day',
      },
    ])
  })
})

describe('challenges', () => {
  it('are told with the days in a row that count, and others are offered', () => {
    const plan = { name: 'Walk', task: { of: 'recorded' as const, metric: 'steps' }, days: 7, within: 14 }
    const facts = { ...FACTS, challenges: [{ id: 'c', plan, from: addDays(TODAY, -3) }] }
    let row = 0
    for (const value of STEPS.slice(-3)) row = value === undefined ? 0 : row + 1
    const said = answer('how is my challenge going', facts)
    expect(answerFigures(said).find(({ figure }) => figure === 'challenge:c#count')?.value).toBe(row)
    expect(answer('start a challenge').actions[0]).toMatchObject({ kind: 'start-challenge' })
  })
})

describe('a value that is told', () => {
  it.each([
    ['log 8000 steps', 'steps', TODAY, 8000],
    ['I slept 7 h 30 last night', 'sleep', TODAY, 7.5],
    ['I slept 7:30 yesterday', 'sleep', addDays(TODAY, -1), 7.5],
    ['I weigh 180 lb', 'weight', TODAY, 180 * 0.45359237],
    ['I weigh 11 st 10', 'weight', TODAY, 164 * 0.45359237],
    ['mood 4 today', 'mood', TODAY, 4],
    ['add 8700 kJ', 'calories', TODAY, 8700 / 4.184],
  ])('is proposed to be logged: %s', (said, metric, on, value) => {
    const [action, ...others] = answer(said).actions
    expect(others).toEqual([])
    expect(action).toMatchObject({ kind: 'log', metric, date: on })
    expect(action?.kind === 'log' ? action.value : undefined).toBeCloseTo(value, 9)
  })
})

describe('units', () => {
  it('are those the person reads, and others for once where the question asks for them', () => {
    const stones = { ...FACTS, units: { mass: 'st', energy: 'kJ' } as const }
    expect(text('what is my weight', stones)).toMatch(/is \d+ st [\d.]+ lb, of/)
    expect(text('what is my weight in kg', stones)).toMatch(/is \d+\.\d kg, of/)
    expect(text('what is my weight in pounds')).toMatch(/is \d+\.\d lb, of/)
  })
})

describe('danger', () => {
  const call = (timeZone: string, locale = 'en') =>
    text('I want to kill myself', { ...FACTS, timeZone, locale }).match(/\d[\d ]*\d/g) ?? []

  it.each([
    ['Europe/Berlin', ['112']],
    ['Europe/London', ['999', '116 123', '111']],
    ['America/New_York', ['911', '988']],
    ['America/Toronto', ['911', '988']],
    ['Australia/Sydney', ['000', '13 11 14']],
    ['Pacific/Auckland', ['111', '1737']],
    ['Asia/Tokyo', []],
    ['America/Sao_Paulo', []],
    ['UTC', []],
  ])('is met with numbers that are certain where somebody is: %s', (zone, numbers) => {
    expect(call(zone)).toEqual(numbers)
  })

  it('is met with words where no number is certain, and takes the country of the language where the zone says nothing', () => {
    expect(text('I want to kill myself', { ...FACTS, timeZone: 'Asia/Tokyo' })).toContain(
      'call your local emergency number now',
    )
    expect(call('UTC', 'en-US')).toEqual(['911', '988'])
    expect(call('UTC', 'en-AU')).toEqual(['000', '13 11 14'])
  })

  it('comes before everything else that a question may ask', () => {
    for (const question of [
      'How am I doing? I want to die',
      'compare my sleep, i am suicidal',
      'what is my average chest pain',
    ])
      expect(answer(question).intent).toBe('crisis')
  })
})

describe('several sentences', () => {
  it('are asked by the last with a question mark, about what those before it name', () => {
    const said = answer(
      'I was at the sea on 3 November and the ice cream was good. How many steps were that? I wonder.',
    )
    expect(said).toMatchObject({ intent: 'value', metric: 'steps', period: { from: '2026-11-03', to: '2026-11-03' } })
    expect(answer('It rains on Tuesday. How are my steps going this week?').period?.from).toBe('2026-11-23')
  })

  it('are taken together where that one alone says nothing', () => {
    expect(answer('I walked 9000 steps today. Could you put that in for me?').intent).toBe('log')
  })

  it('hide no danger', () => {
    expect(answer('I just took way too many pills. How many steps did I walk?').intent).toBe('crisis')
    expect(answer('My chest hurts! How did I sleep last night?').intent).toBe('crisis')
  })
})

describe('days', () => {
  it('have the name of a weekday before their date, and no other word for one', () => {
    expect(answer('my steps from Mon 2 to Sunday 8 November').period).toMatchObject({
      from: '2026-11-02',
      to: '2026-11-08',
    })
    expect(answer('average sleep last month 7 nights a week').period).toMatchObject({
      from: '2026-10-01',
      to: '2026-10-31',
    })
    expect(answer('sleep in the third quarter').period).toMatchObject({ from: '2026-07-01', to: '2026-09-30' })
  })
})

describe('an amount', () => {
  it('is read with either mark of thousands', () => {
    for (const typed of ['2,200', '2.200', '2 200', '2200', '2.2k'])
      expect(text(`how many days last week did I walk more than ${typed} steps?`)).toMatch(/than 2\s200 steps/)
  })
})

describe('what a doctor is for', () => {
  it('is refused with whom to ask, and no number of the data', () => {
    for (const question of ['Do I have diabetes?', 'should I take melatonin', 'is my weight healthy']) {
      const said = answer(question)
      expect(['diagnosis', 'medication']).toContain(said.intent)
      expect(answerText(said)).toMatch(/doctor/)
      expect(answerFigures(said)).toEqual([])
      expect(said.actions).toEqual([])
    }
  })
})

describe('why', () => {
  it('is told by findings, and no answer says that one thing makes another', () => {
    const sleep = noise(7, 0.8)
    const mood = sleep.map((value) => (value === undefined ? undefined : 3 + (value - 7) + 0.2 * normalOf(random)))
    const said = text('why is my mood low?', factsWith([daysOf('sleep', sleep), daysOf('mood', mood)]))
    expect(said).toMatch(/goes with mood/)
    expect(said).toContain('does not say that one makes the other')
    expect(said).not.toMatch(/\b(?:caus|because|due to|leads? to|improv|affect)/i)
  })
})

describe('what is not there', () => {
  it('is said to be so', () => {
    const empty = factsWith([])
    expect(text('how am i doing', empty)).toMatch(/^Nothing is logged yet/)
    expect(text('average steps last month', empty)).toBe('Nothing is logged for steps yet.')
    expect(text('steps on 3 march 2020')).toMatch(/^Nothing is logged for steps on Tuesday, 3 Mar 2020\./)
    expect(text('what was my weight on 1 january 2030')).toBe('That day has not come yet: Tuesday, 1 Jan 2030.')
    expect(text('steps on 30 february')).toMatch(/^No calendar has the day/)
    expect(text('steps on 2026-02-30')).toMatch(/^No calendar has the day/)
    expect(text('what is my heart rate')).toMatch(/^You do not log heart rate/)
    expect(text('how many calories did I burn')).toMatch(/^OwnIt keeps calories eaten, not burned/)
    expect(text('why is my mood low', { ...FACTS, analysis: null })).toMatch(/not been looked through/)
    expect(text('forecast my weight', { ...FACTS, today: addDays(TODAY, 1) })).toMatch(/as of 27 Nov 2026\.$/)
  })

  it('leaves out days after today', () => {
    const ahead = { metric: 'steps', start: TODAY, values: Float64Array.from([5000, 9999, 9999]) }
    const said = answer('how many steps this week', factsWith([ahead]))
    expect(
      answerFigures(said).find(({ figure }) => figure.startsWith('sum:'))?.value ?? answerFigures(said)[1]?.value,
    ).toBe(5000)
  })
})

describe("a metric of the person's own", () => {
  const metric = {
    id: 'u-1' as MetricId,
    name: 'Push-ups',
    unit: '',
    quantity: 'plain' as const,
    min: 0,
    max: 500,
    step: 1,
    direction: 'up' as const,
    aggregate: 'sum' as const,
    builtIn: false,
  }
  const facts = { ...factsWith([daysOf('u-1', noise(30, 5))]), metrics: [...BUILT_IN_METRICS, metric] }

  it.each(['how many push-ups did I do last week', 'best day for push ups', 'average pushups'])(
    'is asked for by its name: %s',
    (question) => {
      expect(answer(question, facts).metric).toBe('u-1')
    },
  )

  it('is one also where it is called as something that nobody logs', () => {
    const football = { ...facts, metrics: [...BUILT_IN_METRICS, { ...metric, name: 'Football' }] }
    expect(answer('how much football last week', football)).toMatchObject({ intent: 'value', metric: 'u-1' })
    expect(answer('who won the football last night', football).intent).toBe('unknown')
    expect(answer('tell me about football').intent).toBe('unknown')
  })
})

describe('any question', () => {
  const words =
    'how what when why did do is my i the steps sleep weight mood last this next week month year day days over under 10000 8 hours best worst average total compare vs and march 2026-02-30 since 99999 yesterday goal streak will be ? - % </b> ![x](y) 🙂 \u0000 café'.split(
      ' ',
    )

  it('is answered with a known intent and text, and remembered as JSON', () => {
    const typed = fc.oneof(
      fc.array(fc.constantFrom(...words), { maxLength: 14 }).map((some) => some.join(' ')),
      fc.string({ unit: 'binary', maxLength: 120 }),
    )
    fc.assert(
      fc.property(typed, typed, (first, second) => {
        const one = ask(first, FACTS, NO_MEMORY)
        const memory: Memory = JSON.parse(JSON.stringify(one.memory))
        const two = ask(second, FACTS, memory)
        for (const said of [one.answer, two.answer]) {
          expect(INTENTS).toContain(said.intent)
          expect(answerText(said)).not.toBe('')
          expect(answerText(said)).not.toMatch(/undefined|NaN|Infinity/)
        }
      }),
      { numRuns: 300 },
    )
  }, 60_000)

  it('is answered quickly, however long it is', () => {
    expect(answer('steps '.repeat(5000)).intent).toBe('value')
    expect(answer('ok '.repeat(5000)).intent).toBeDefined()
    expect(answer('a'.repeat(50_000)).intent).toBe('unknown')
  })
})

describe('a streak', () => {
  it('is that of the logged days', () => {
    const logged: CivilDate[] = datesBetween(addDays(TODAY, -9), addDays(TODAY, -1))
    const said = answer('how long is my streak', { ...FACTS, loggedDays: logged })
    expect(answerFigures(said)[0]).toMatchObject({ value: 9, unit: 'days', link: '/streaks' })
  })
})
