/**
 * `npm run simulate -- [--json] [--persons N] [--real FOLDER]`: how often the insights find what is not there, and what
 * is. Exits 1 when a goal is missed. Real days are taken from FOLDER, `../shared/data/daily` when left out, and skipped
 * where there is none.
 */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { readFolder } from './insight/evaluate-read.ts'
import { simulateAlarms } from './insight/simulate-alarms.ts'
import { simulateGoals } from './insight/simulate-goals.ts'
import { simulateNullPersons } from './insight/simulate-null-persons.ts'
import { simulatePlanted } from './insight/simulate-planted.ts'
import { simulateRealDays } from './insight/simulate-real-days.ts'
import { isMet, type SimulatedGoal, type Simulation } from './insight/simulated-goal.ts'

const REAL_DAYS = fileURLToPath(new URL('../../shared/data/daily', import.meta.url))
const PERSONS = '500'

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    persons: { type: 'string', default: PERSONS },
    real: { type: 'string', default: REAL_DAYS },
  },
})

const simulateReal: Simulation = (persons) => {
  if (!existsSync(options.real)) return []
  const folder = readFolder(options.real)
  if (!folder.ok) throw new Error(folder.failure)
  return simulateRealDays(folder.value.persons, persons)
}

const SIMULATIONS: readonly Simulation[] = [
  simulateNullPersons,
  simulateReal,
  simulatePlanted,
  simulateAlarms,
  simulateGoals,
]

const persons = Number(options.persons)
if (!Number.isInteger(persons) || persons < 1) {
  process.stderr.write('--persons takes a whole number\n')
  process.exit(2)
}
const goals: SimulatedGoal[] = []
for (const simulate of SIMULATIONS) {
  const made = simulate(persons)
  goals.push(...made)
  if (!options.json) for (const goal of made) process.stdout.write(`${lineOf(goal)}\n`)
}
const met = goals.every(isMet)
if (options.json) process.stdout.write(`${JSON.stringify({ persons, met, goals })}\n`)
if (!met) process.exitCode = 1

function lineOf(goal: SimulatedGoal): string {
  const { name, value, atMost, atLeast, detail } = goal
  const limit = atLeast === undefined ? `<= ${atMost}` : `>= ${atLeast}`
  return `${isMet(goal) ? 'ok    ' : 'MISSED'}  ${name.padEnd(44)} ${value.toFixed(4)} ${limit}  (${detail})`
}
