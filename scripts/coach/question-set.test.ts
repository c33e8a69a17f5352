import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { type Answer, type AnswerFigure, answerText, INTENTS, type Memory, NO_MEMORY } from '../../web/coach/answer.ts'
import { ask } from '../../web/coach/ask.ts'
import type { CoachFacts } from '../../web/coach/facts.ts'
import type { Analysis } from '../../web/insight/analysis.ts'
import { projectGoal } from '../../web/insight/forecast/goal-projection.ts'
import { risksOf } from '../../web/insight/risk/risks-of.ts'
import { csvOf, gappyDays, longDays, type MadeDays, type Row, steadyDays } from './made-days.ts'
import { daysFrom, NaiveDays, plusDays, runsOf, type Stretch, shownNumber } from './naive.ts'
import { type Asked, GAPPY_QUESTIONS, LONG_QUESTIONS, OTHERS_QUESTIONS, STEADY_QUESTIONS } from './question-set.ts'
import { readFacts } from './read-facts.ts'

/** A set of questions on days, as somebody asks them. */
interface Case {
  readonly name: string
  readonly facts: CoachFacts
  readonly naive: NaiveDays
  readonly questions: readonly Asked[]
}

const bytes = (text: string) => new TextEncoder().encode(text)

async function caseOf(made: MadeDays, questions: readonly Asked[], settings: Partial<CoachFacts> = {}): Promise<Case> {
  const read = await readFacts(made.name, bytes(csvOf(made)), made.today)
  if (!read.ok) throw new Error(read.failure)
  return {
    name: made.name,
    facts: { ...read.value, ...settings },
    naive: new NaiveDays(made.rows, made.today),
    questions,
  }
}

const CASES = await Promise.all([
  caseOf(steadyDays(), STEADY_QUESTIONS),
  caseOf({ ...steadyDays(), name: 'others' }, OTHERS_QUESTIONS),
  caseOf(gappyDays(), GAPPY_QUESTIONS, { units: { mass: 'lb', energy: 'kcal' }, weekStart: 7 }),
  caseOf(longDays(), LONG_QUESTIONS),
])

interface Said {
  readonly asked: Asked
  /** The question that a follow-up goes on from, in which its amounts stand. */
  readonly root: string
  readonly answer: Answer
}

function conversation({ facts, questions }: Pick<Case, 'facts' | 'questions'>): Said[] {
  let memory: Memory = NO_MEMORY
  let root = ''
  return questions.map((asked) => {
    if (!asked.goesOn) root = asked.question
    const said = ask(asked.question, facts, asked.goesOn ? memory : NO_MEMORY)
    memory = said.memory
    return { asked, root, answer: said.answer }
  })
}

const SAID = CASES.map((one) => ({ ...one, said: conversation(one) }))

describe('the question set', () => {
  it('holds 150 questions at least, over every intent', () => {
    const all = CASES.flatMap(({ questions }) => questions)
    expect(all.length).toBeGreaterThanOrEqual(150)
    expect(new Set(all.map(({ intent }) => intent))).toEqual(new Set(INTENTS))
  })

  it('is understood: the intent of 95 of 100 questions on each of the data sets', () => {
    for (const { name, said } of SAID) {
      const wrong = said.filter(({ asked, answer }) => asked.intent !== answer.intent)
      const share = 1 - wrong.length / said.length
      expect(share, `${name}: ${wrong.map(({ asked }) => asked.question).join('; ')}`).toBeGreaterThanOrEqual(0.95)
    }
  })

  it('is answered about the metric, the days and the statistic it asks for', () => {
    const wrong = SAID.flatMap(({ said }) =>
      said.filter(({ asked, answer }) => answer.intent === asked.intent && !isOf(asked, answer)),
    )
    expect(wrong.map(({ asked }) => asked.question)).toEqual([])
  })
})

const isOf = (asked: Asked, { metric, period, statistic }: Answer) =>
  (asked.open.has('metric') || metric === asked.metric) &&
  (asked.open.has('days') ||
    (period?.from === asked.from && period?.to === asked.to && period?.weekdays?.join('') === asked.weekdays)) &&
  (asked.open.has('statistic') || statistic === asked.statistic)

describe('every number of every answer', () => {
  it.each(SAID)(
    'equals what is worked out from the rows of the file by itself ($name)',
    (one) => {
      let checked = 0
      for (const { asked, root, answer } of one.said) {
        for (const part of answer.parts) {
          if (typeof part === 'string') continue
          const why = `${asked.question} → ${answerText(answer)} → ${part.figure}`
          const expected = expectedOf(part, root, answer, one)
          if (typeof part.value === 'string') expect(part.value, why).toBe(expected)
          else
            expect(Math.abs(part.value - Number(expected)), why).toBeLessThanOrEqual(
              Math.abs(Number(expected)) * 1e-9 + 1e-9,
            )
          if (typeof part.value === 'number' && part.unit !== 'weekday') expectShown(part, part.value, why)
          checked++
        }
      }
      expect(checked).toBeGreaterThan(100)
    },
    60_000,
  )

  it('is a figure with a link, and no words hold another', () => {
    for (const { said } of SAID) {
      for (const { asked, answer } of said) {
        const words = answer.parts.map((part) => (typeof part === 'string' ? part : '#')).join('')
        // Whom to call is no figure of the person's.
        if (answer.intent !== 'crisis') expect(words.replaceAll(FIXED, ''), asked.question).not.toMatch(/\d/)
        expect(words, asked.question).not.toMatch(/undefined|null|NaN| {2}/)
        for (const part of answer.parts) {
          if (typeof part !== 'string') expect(part.link).toMatch(/^(?:\/(?:$|\?|history|insights|goals|streaks))/)
        }
      }
    }
  })
})

/** Digits that stand in sentences as words do. */
const FIXED = /\b95 % (?:range|sure)|\b80 % range|\bof 100 (?:days|courses)\b|\b1 % of the level\b/g

function expectShown(part: AnswerFigure, value: number, why: string): void {
  const shown = shownNumber(part.text, part.unit)
  const digits = /^[\d\u202f]+/.exec(part.text)?.[0] ?? ''
  // Sizes of effects are rounded to what their interval leaves meaning to.
  const isSize = /#(?:effect|ci95|difference|size|limit|smallestEffect|value|threshold)/.test(part.figure)
  const half = isSize
    ? Math.max(shown.half, 0.5 * 10 ** (digits.replaceAll('\u202f', '').length - 1), 1.1 / 60)
    : shown.half
  expect(Math.abs(Math.abs(value) - shown.value), why).toBeLessThanOrEqual(half + 1e-6)
}

const stretchOf = ({ from, to, weekdays }: NonNullable<Answer['period']>): Stretch => ({
  from,
  to,
  weekdays: weekdays?.join(''),
})

const POUND = 0.45359237

function expectedOf(part: AnswerFigure, question: string, answer: Answer, { facts, naive }: Case): number | string {
  const { today } = facts
  const inUnit = (value: number) => (part.unit === 'lb' ? value / POUND : value)
  const [name = '', metric = '', days = '', weekdays] = part.figure.split(/[:#]/)
  const range = /(\d{4}-\d{2}-\d{2})(?:\.\.(\d{4}-\d{2}-\d{2}))?/.exec(days)
  const stretch: Stretch = {
    from: range?.[1] ?? '',
    to: range?.[2] ?? range?.[1] ?? '',
    weekdays: /^[1-7]+$/.test(weekdays ?? '') ? weekdays : undefined,
  }
  const holds = boundOf(question)
  switch (name) {
    case 'value':
    case 'mean':
    case 'sum':
    case 'median':
      return inUnit(naive.statistic(name, metric, stretch))
    case 'min':
    case 'max': {
      if (answer.period !== undefined && stretch.from === stretch.to && answer.intent === 'extreme') {
        const all = naive.valuesIn(metric, stretchOf(answer.period)).map(({ value }) => value)
        const shown = answer.parts.filter(
          (other) => typeof other !== 'string' && other.figure.startsWith(`${name}:${metric}`),
        )
        const sorted = all.sort((a, b) => (name === 'max' ? b - a : a - b))
        return inUnit(sorted[shown.indexOf(part)] ?? Number.NaN)
      }
      return inUnit(naive.statistic(name, metric, stretch))
    }
    case 'n':
    case 'days':
      return part.link === '/' || /of the last/.test(answerText(answer))
        ? naiveHabit(name, metric, stretch, naive)
        : naive.statistic(name, metric, stretch)
    case 'alike-max':
    case 'alike-min': {
      const extreme = naive.statistic(name.slice(6), metric, stretch)
      return naive.count(metric, stretch, (value) => value === extreme)
    }
    case 'count':
      return naive.count(metric, stretch, holds.test)
    case 'share':
      return (100 * naive.count(metric, stretch, holds.test)) / naive.statistic('n', metric, stretch)
    case 'bound':
      return inUnit(part.figure.endsWith('#high') ? (holds.high ?? Number.NaN) : (holds.low ?? Number.NaN))
    case 'difference': {
      const [, from = '', to = from] =
        /-mean:[^:]+:(\d{4}-\d{2}-\d{2})(?:\.\.(\d{4}-\d{2}-\d{2}))?/.exec(part.figure) ?? []
      if (from === '') {
        const all = naive.valuesIn(metric, stretch)
        return inUnit((all.at(-1)?.value ?? Number.NaN) - (all[0]?.value ?? Number.NaN))
      }
      const own = /^difference:[^:]+:[^:]+?(?::([1-7]+))?-mean/.exec(part.figure)?.[1]
      const other = /-mean:[^:]+:[^:]+:([1-7]+)$/.exec(part.figure)?.[1]
      const now = naive.statistic('mean', metric, { ...stretch, weekdays: own })
      return inUnit(now - naive.statistic('mean', metric, { from, to, weekdays: other }))
    }
    case 'age':
      return daysFrom(stretch.from, today)
    case 'logged':
      return naive.loggedDays({ from: answer.period?.from ?? '', to: answer.period?.to ?? '' }).length
    case 'date':
      return dateShown(part, answer, naive, metric)
    case 'streak':
    case 'current':
      return streakFigure(part, answer, holds, { facts, naive })
    case 'told':
    case 'proposed':
      return inUnit(amountIn(question))
    case 'suggested':
      return suggestedFigure(part, metric, today, naive)
    case 'challenge':
      return { steps: 10_000, sleep: 7, protein: 100 }[metric] ?? Number.NaN
    default:
      return ofInsights(part, facts, inUnit)
  }
}

/** What is usually logged is counted over the 28 days before today. */
const naiveHabit = (name: string, metric: string, stretch: Stretch, naive: NaiveDays) =>
  naive.statistic(name, metric, stretch)

/** A date is one of the period, or that of a value, a week or a run, told beside it. */
function dateShown(part: AnswerFigure, answer: Answer, naive: NaiveDays, metric: string): string {
  const value = String(part.value)
  const days = part.figure.split(':').at(2) ?? part.figure.split(':')[1] ?? ''
  const [from = '', to = from] = (/^\d/.test(days) ? days : (part.figure.split(':')[1] ?? '')).split('..')
  expect([from, to]).toContain(value)
  if (from === to && metric !== '' && answer.intent === 'extreme' && answer.period?.weekdays === undefined) {
    expect(naive.valuesIn(metric, { from, to }).length + (answer.period?.from === from ? 1 : 0)).toBeGreaterThan(0)
  }
  return value
}

interface NaiveBound {
  readonly low?: number
  readonly high?: number
  readonly test: (value: number) => boolean
}

/** The bound in a question, read by hand. */
function boundOf(question: string): NaiveBound {
  const text = question
    .toLowerCase()
    .replace(/(\d),(\d{3})/g, '$1$2')
    .replace(/(\d+)k\b/g, '$1000')
    .replace(/\bseven\b/, '7')
    .replace(/\bsix\b/, '6')
  const between = /between (\d+) and (\d+)/.exec(text)
  if (between !== null) {
    const [low, high] = [Number(between[1]), Number(between[2])]
    return { low, high, test: (value) => value >= low && value <= high }
  }
  const rest = text.replace(/\b(?:last|past) \d+ days\b|\b(?:in|since) (?:19|20)\d{2}\b/g, '')
  const amount = Number(/(\d+(?:\.\d+)?)(?!.*\d)/.exec(rest)?.[1] ?? /(\d+(?:\.\d+)?)/.exec(text)?.[1])
  const stored = /\blb\b/.test(text) ? amount * POUND : amount
  if (/mood (?:was )?5|mood 5/.test(text)) return { low: stored, high: stored, test: (value) => value === stored }
  if (/less than|fewer than|under|below|short of|not even/.test(text))
    return { high: stored, test: (value) => value < stored }
  if (/more than|over|above|exceeded/.test(text) && !/or over/.test(text))
    return { low: stored, test: (value) => value > stored }
  return { low: stored, test: (value) => value >= stored - 1e-9 }
}

function amountIn(question: string): number {
  const clock = /(\d+)(?::|h)(\d{2})/.exec(question)
  if (clock !== null) return Number(clock[1]) + Number(clock[2]) / 60
  const amount = Number(/\d+(?:\.\d+)?/.exec(question.replace(/(\d),(\d{3})/, '$1$2'))?.[0])
  return /\blb\b/.test(question) ? amount * POUND : amount
}

function streakFigure(
  part: AnswerFigure,
  answer: Answer,
  holds: NaiveBound,
  { facts, naive }: Pick<Case, 'facts' | 'naive'>,
): number | string {
  const isOfMetric = answer.metric !== undefined
  const hasBound = answer.parts.some((other) => typeof other !== 'string' && other.figure.startsWith('bound:'))
  const all = { from: '0001-01-01', to: facts.today }
  const dates = isOfMetric
    ? naive
        .valuesIn(answer.metric ?? '', answer.period === undefined ? all : stretchOf(answer.period))
        .filter(({ value }) => !hasBound || holds.test(value))
        .map(({ date }) => date)
    : naive.loggedDays(all)
  const runs = runsOf(dates)
  const longest = runs.reduce((best, run) => (run.length >= best.length ? run : best), { length: 0, from: '', to: '' })
  const last = runs.at(-1)
  const current = last !== undefined && daysFrom(last.to, facts.today) <= 1 ? last : { length: 0, from: '', to: '' }
  if (typeof part.value === 'string') {
    expect([longest.from, longest.to, current.from]).toContain(part.value)
    return part.value
  }
  const isCurrent = part.figure.startsWith('current:') || part.figure === 'streak:current'
  return isCurrent ? current.length : longest.length
}

function suggestedFigure(part: AnswerFigure, metric: string, today: string, naive: NaiveDays): number {
  const values = naive
    .valuesIn(metric, { from: plusDays(today, -28), to: plusDays(today, -1) })
    .map(({ value }) => value)
  if (part.figure.endsWith('#recorded')) return values.length
  const sorted = values.sort((a, b) => a - b)
  const numeric = Number(part.value)
  if (part.figure.endsWith('#held')) return values.filter((value) => isWithin(value, SUGGESTED.get(metric))).length
  const middle = naive.statistic('median', metric, { from: plusDays(today, -28), to: plusDays(today, -1) })
  const [least, most] = [sorted[0] ?? Number.NaN, sorted.at(-1) ?? Number.NaN]
  // A figure that can be remembered: near the median, or a quartile.
  expect(numeric).toBeGreaterThanOrEqual(least)
  expect(numeric).toBeLessThanOrEqual(most)
  if (part.figure.endsWith('#low') && metric === 'steps')
    expect(Math.abs(numeric - middle)).toBeLessThanOrEqual(middle / 20)
  SUGGESTED.set(metric, { ...SUGGESTED.get(metric), [part.figure.endsWith('#low') ? 'low' : 'high']: numeric })
  return numeric
}

/** The bounds of a suggested goal, which are told before how often it held. */
const SUGGESTED = new Map<string, { readonly low?: number; readonly high?: number }>()

const isWithin = (value: number, bounds: { readonly low?: number; readonly high?: number } = {}) =>
  value >= (bounds.low ?? value) && value <= (bounds.high ?? value)

/** Figures of the insights are those of the analysis, which has tests of its own against other programs. */
function ofInsights(part: AnswerFigure, facts: CoachFacts, inUnit: (value: number) => number): number | string {
  const [id = '', key = ''] = part.figure.split('#')
  const { analysis, today } = facts
  if (analysis === null) throw new Error('There is no analysis')
  const [kind = '', metric = '', date = ''] = id.split(':')
  if (kind === 'forecast') return forecastFigure(analysis, metric, date, key, inUnit)
  const of = insightOf(id, kind, metric, date, facts)
  const found = key
    .split('.')
    .reduce<unknown>(
      (at, step) =>
        typeof at === 'object' && at !== null ? Object.entries(at).find(([name]) => name === step)?.[1] : undefined,
      of,
    )
  if (typeof found === 'string') return found
  if (typeof found !== 'number') throw new Error(`${part.figure} is nowhere in the insights of ${today}`)
  if (part.unit === '%') return found * 100
  return part.unit === 'lb' ? inUnit(found) : found
}

function insightOf(id: string, kind: string, metric: string, date: string, facts: CoachFacts): unknown {
  const analysis = facts.analysis as Analysis
  switch (kind) {
    case 'association': {
      const [x, y] = metric.split('>')
      const lag = Number(date)
      return [...analysis.findings, ...analysis.maybe].find(
        (one) => one.kind === 'association' && one.metricX === x && one.metricY === y && one.lag === lag,
      )
    }
    case 'weekday':
    case 'trend':
      return [...analysis.findings, ...analysis.maybe].find((one) => one.kind === kind && one.metricY === metric)
    case 'change':
      return analysis.changes.find((one) => one.metric === metric && one.date === date)
    case 'anomaly':
      return analysis.anomalies.find((one) => one.metric === metric && one.date === date)
    case 'alert':
      return analysis.alerts.find((one) => one.metric === metric && one.since === date)
    case 'refusal': {
      const [x, y] = date.split('>')
      return analysis.refusals.find((one) => one.looked === 'association' && one.metricX === x && one.metricY === y)
    }
    case 'risk':
      return risksOf(facts.series, { today: facts.today, loggedDays: facts.loggedDays, alerts: analysis.alerts }).find(
        (one) => `risk:${one.id}` === id,
      )
    case 'projection': {
      const series = facts.series.find((one) => one.metric === metric)
      if (series === undefined) return undefined
      const target = Number(date)
      const last = series.values.findLast((value) => !Number.isNaN(value)) ?? Number.NaN
      return projectGoal(series, { target, reach: last > target ? 'at-most' : 'at-least', today: facts.today, seed: 1 })
    }
    default:
      throw new Error(`No figure is called ${id}`)
  }
}

function forecastFigure(
  analysis: Analysis,
  metric: string,
  date: string,
  key: string,
  inUnit: (value: number) => number,
): number | string {
  const forecast = analysis.forecasts.find((one) => one.metric === metric)
  if (forecast?.kind !== 'forecast') {
    const found = Object.entries(forecast ?? {}).find(([name]) => name === key)?.[1]
    return typeof found === 'number' || typeof found === 'string' ? found : Number.NaN
  }
  const index = forecast.date.map(String).indexOf(date)
  switch (key) {
    case 'mean':
    case 'lo80':
    case 'hi80':
      return inUnit(forecast[key][index] ?? Number.NaN)
    case 'n':
      return forecast.n
    case 'lastObserved':
      return forecast.lastObserved
    case 'last':
      return forecast.date.at(-1) ?? ''
    default:
      return forecast.date[index] ?? ''
  }
}

it('is the same for the same question, days and memory', () => {
  for (const one of CASES) {
    const again = conversation(one)
    expect(again).toEqual(SAID.find(({ name }) => name === one.name)?.said)
  }
}, 60_000)

const REAL = fileURLToPath(new URL('../../../shared/data/daily/', import.meta.url))
const PEOPLE = ['afrendeiro', 'danlsn', 'idvorkin']

describe.skipIf(!existsSync(REAL))('real days', () => {
  it.each(PEOPLE)(
    'of %s are answered with the numbers of their rows',
    async (person) => {
      const text = readFileSync(`${REAL}${person}.csv`, 'utf8')
      const rows = rowsOf(text)
      const last = rows.reduce(
        (latest, { date }) => (date > latest ? date : latest),
        rows[0]?.date ?? ('' as Row['date']),
      )
      const read = await readFacts(person, bytes(text), last)
      if (!read.ok) throw new Error(read.failure)
      const one = { name: person, facts: read.value, naive: new NaiveDays(rows, last), questions: REAL_QUESTIONS }
      let checked = 0
      for (const { asked, root, answer } of conversation(one)) {
        for (const part of answer.parts) {
          if (typeof part === 'string') continue
          const why = `${asked.question} → ${answerText(answer)} → ${part.figure}`
          const expected = expectedOf(part, root, answer, one)
          if (typeof part.value === 'string') expect(part.value, why).toBe(expected)
          else
            expect(Math.abs(part.value - Number(expected)), why).toBeLessThanOrEqual(
              Math.abs(Number(expected)) * 1e-9 + 1e-9,
            )
          checked++
        }
      }
      expect(checked).toBeGreaterThan(50)
    },
    60_000,
  )
})

const REAL_QUESTIONS = STEADY_QUESTIONS.filter(
  ({ intent, question }) =>
    [
      'overview',
      'change',
      'why',
      'compare',
      'value',
      'count',
      'extreme',
      'trend',
      'streak',
      'forecast',
      'risk',
    ].includes(intent) && !/coffee/.test(question),
).filter((_, index) => index % 3 === 0)

const CATALOGUE: Readonly<Record<string, string>> = {
  weight_kg: 'weight',
  sleep_h: 'sleep',
  calories_kcal: 'calories',
  protein_g: 'protein',
  mood_1_5: 'mood',
}

function rowsOf(text: string): Row[] {
  const groups = new Map<string, number[]>()
  for (const line of text.split(/\r?\n/).slice(1)) {
    const [date = '', metric = '', value = ''] = line.split(',')
    if (value.trim() === '' || !/^\d{4}-\d{2}-\d{2}$/.test(date)) continue
    const key = `${date},${CATALOGUE[metric] ?? metric}`
    groups.set(key, [...(groups.get(key) ?? []), Number(value)])
  }
  return [...groups].map(([key, values]) => {
    const [date = '', metric = ''] = key.split(',')
    return { date: date as Row['date'], metric, value: values.reduce((a, b) => a + b, 0) / values.length }
  })
}
