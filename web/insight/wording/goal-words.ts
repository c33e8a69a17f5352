import { type CivilDate, dayOf, yearOf } from '../../../shared/calendar/civil-date.ts'
import { monthWord } from '../../../shared/calendar/date-words.ts'
import type { Metric } from '../../../shared/metric/metric.ts'
import { showValue, type UnitPreference } from '../../../shared/metric/unit.ts'
import { dayNoun, valueText } from '../../../shared/metric/value-text.ts'
import { FEWEST_WEEK_DAYS } from '../goal/day-state.ts'
import type { GoalVersion } from '../goal/goal.ts'
import type { GoalProgress } from '../goal/progress.ts'
import { holds, isOver, lowOf, type Rule } from '../goal/rule.ts'

/** `at least 8 000 steps`, `at most 2 000 kcal`, `between 70.0 kg and 72.0 kg`. */
export function ruleText(metric: Metric, rule: Rule, units: UnitPreference): string {
  const say = (value: number) => valueText(metric, value, units)
  switch (rule.kind) {
    case 'atLeast':
      return `at least ${say(rule.low)}`
    case 'atMost':
      return `at most ${say(rule.high)}`
    case 'between':
      return `between ${showValue(metric, rule.low, units).text} and ${say(rule.high)}`
  }
}

/** What a goal asks: `At least 8 000 steps every day`. */
export function goalText(metric: Metric, { rule, cadence, until }: GoalVersion, units: UnitPreference): string {
  const asked = ruleText(metric, rule, units)
  const text = `${asked.charAt(0).toUpperCase()}${asked.slice(1)}`
  switch (cadence) {
    case 'day':
      return `${text} every ${dayNoun(metric)}`
    case 'week':
      return `${text} on average, every week`
    case 'byDate':
      return until === undefined ? text : `${text} by ${dateText(until)}`
  }
}

/** Where a goal stands, in a line: `6 200 of 8 000 steps`, `1 450 kcal so far, 550 left`, `7 h 20, reached`. */
export function progressText(metric: Metric, progress: GoalProgress, units: UnitPreference): string {
  const { state, version, value, recorded = 0, reachedOn } = progress
  if (reachedOn !== undefined) return `Reached on ${dateText(reachedOn)}`
  if (version.paused && state === 'paused') return 'Paused'
  switch (version.cadence) {
    case 'day':
      return value === undefined ? nothingYet(state) : dayText(metric, version.rule, value, state === 'open', units)
    case 'week': {
      if (value === undefined) return nothingYet(state)
      const average = `${valueText(metric, value, units)} on average`
      const isShort = recorded < FEWEST_WEEK_DAYS
      return `${average}, from ${recorded} ${recorded === 1 ? 'day' : 'days'}${isShort ? `: it takes ${FEWEST_WEEK_DAYS}` : ''}`
    }
    case 'byDate':
      if (value === undefined) return 'Three values within four weeks say where you stand'
      return `${valueText(metric, value, units)} on average now${state === 'missed' ? ': its day is over' : ''}`
  }
}

const nothingYet = (state: GoalProgress['state']) =>
  state === 'missed' ? 'Nothing was recorded' : state === 'paused' ? 'Paused, so it holds' : 'Nothing recorded yet'

function dayText(metric: Metric, rule: Rule, value: number, isOpen: boolean, units: UnitPreference): string {
  const said = valueText(metric, value, units)
  const figure = (one: number) => showValue(metric, one, units).text
  if (rule.kind !== 'atLeast') {
    if (isOver(rule, value)) return `${said}, ${figure(value - rule.high)} too much`
    if (holds(rule, value)) return isOpen ? `${said} so far, ${figure(rule.high - value)} left` : `${said}, within it`
  } else if (holds(rule, value)) return `${said}, reached`
  const low = lowOf(rule)
  return low === undefined ? said : `${showValue(metric, value, units).figure} of ${valueText(metric, low, units)}`
}

/** `27 November 2026`. */
const dateText = (date: CivilDate): string => `${dayOf(date)} ${monthWord(date)} ${yearOf(date)}`
