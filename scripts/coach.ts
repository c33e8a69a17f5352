/**
 * `npm run coach -- --data FILE.csv [--today DATE] --ask "..." [--ask "..."] [--json]`: what the coach on the device answers
 * from the days in a file. Several questions are one conversation, in their order. As JSON: an object on a line for each.
 * `--mass kg|lb|st`, `--energy kcal|kJ`, `--week-start 1..7`, `--time-zone` and `--locale` stand for a person's settings.
 */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import * as z from 'zod'
import { parseCivilDate } from '../shared/calendar/civil-date.ts'
import { isTimeZone } from '../shared/calendar/day-clock.ts'
import { type Answer, answerFigures, answerText, type Memory, NO_MEMORY } from '../web/coach/answer.ts'
import { ask } from '../web/coach/ask.ts'
import { readFacts } from './coach/read-facts.ts'

const USAGE = 'Usage: npm run coach -- --data FILE.csv [--today YYYY-MM-DD] --ask "QUESTION" [--ask "..."] [--json]\n'

const settings = z.object({
  mass: z.enum(['kg', 'lb', 'st']),
  energy: z.enum(['kcal', 'kJ']),
  'week-start': z.literal(['1', '2', '3', '4', '5', '6', '7']).transform((day) => weekdayOf(day)),
  'time-zone': z.string().refine(isTimeZone),
  locale: z.string().regex(/^[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]+)*$/),
})

const options = readOptions()
const questions = options.ask ?? []
if (options.data === undefined) stop(`No file is named.\n${USAGE}`)
if (questions.length === 0 || questions.some((question) => question.trim() === '')) stop(`Nothing is asked.\n${USAGE}`)
const chosen = settings.safeParse(options)
if (!chosen.success) stop(`--${chosen.error.issues[0]?.path.join('.') ?? ''} cannot be that.\n${USAGE}`)
const { mass, energy, locale, 'week-start': weekStart, 'time-zone': timeZone } = chosen.data
const today =
  options.today === undefined
    ? undefined
    : (parseCivilDate(options.today) ?? stop(`${options.today} is no date.\n${USAGE}`))
const read = await readFacts(basename(options.data).replace(/\.\w+$/, ''), bytesOf(options.data), today)
if (!read.ok) stop(`${options.data}: ${read.failure}\n`)
const facts = { ...read.value, units: { mass, energy }, weekStart, timeZone, locale }

let memory: Memory = NO_MEMORY
for (const question of questions) {
  const asked = ask(question, facts, memory)
  memory = asked.memory
  process.stdout.write(
    options.json ? `${JSON.stringify(machineReadable(question, asked.answer))}\n` : printed(question, asked.answer),
  )
}

function machineReadable(question: string, answer: Answer) {
  const { intent, metric, period, against, statistic, actions, suggestions } = answer
  const figures = answerFigures(answer).map(({ value, unit, text, link, figure }) => ({
    value,
    unit,
    text,
    link,
    figure,
  }))
  return {
    question,
    intent,
    text: answerText(answer),
    numbers: figures.filter(({ unit }) => unit !== 'date'),
    dates: figures.filter(({ unit }) => unit === 'date'),
    metric: metric ?? null,
    period: period ?? null,
    against: against ?? null,
    statistic: statistic ?? null,
    actions,
    suggestions,
  }
}

function printed(question: string, answer: Answer): string {
  const actions = answer.actions.map(({ label }) => `  [${label}]\n`).join('')
  return `${questions.length > 1 ? `> ${question}\n` : ''}${answerText(answer)}\n${actions}${questions.length > 1 ? '\n' : ''}`
}

function readOptions() {
  try {
    return parseArgs({
      options: {
        data: { type: 'string' },
        today: { type: 'string' },
        ask: { type: 'string', multiple: true },
        json: { type: 'boolean', default: false },
        mass: { type: 'string', default: 'kg' },
        energy: { type: 'string', default: 'kcal' },
        'week-start': { type: 'string', default: '1' },
        'time-zone': { type: 'string', default: 'UTC' },
        locale: { type: 'string', default: 'en' },
      },
    }).values
  } catch (error) {
    if (error instanceof TypeError) return stop(`${error.message}\n${USAGE}`)
    throw error
  }
}

function weekdayOf(text: string): 1 | 2 | 3 | 4 | 5 | 6 | 7 {
  return ([1, 2, 3, 4, 5, 6, 7] as const).find((day) => String(day) === text) ?? 1
}

function bytesOf(path: string): Uint8Array {
  try {
    return readFileSync(path)
  } catch (error) {
    if (error instanceof Error && 'code' in error) return stop(`${error.message}\n`)
    throw error
  }
}

function stop(message: string): never {
  process.stderr.write(message)
  process.exit(2)
}
