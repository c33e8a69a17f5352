import type { Metric } from '../../../shared/metric/metric.ts'

/** What the built-in metrics are called besides their names. A phrase beats a word, so `calories burned` is not `calories`. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  weight: [
    'weight',
    'weights',
    'weigh',
    'weighed',
    'weighing',
    'body weight',
    'bodyweight',
    'body mass',
    'scale',
    'scales',
  ],
  steps: [
    'steps',
    'step',
    'step count',
    'step counts',
    'walk',
    'walked',
    'walking',
    'walks',
    'footsteps',
    'paces',
    'on foot',
    'pedometer',
  ],
  sleep: [
    'sleep',
    'slept',
    'sleeping',
    'sleeps',
    'asleep',
    'hours of sleep',
    'sleep time',
    'sleep duration',
    'bedtime',
    'shut eye',
    'shuteye',
    'kip',
    'bad night',
    'bad nights',
    'short night',
    'short nights',
    'poor night',
  ],
  calories: [
    'calories',
    'calorie',
    'cals',
    'cal',
    'kcal',
    'kcals',
    'kilocalories',
    'calorie intake',
    'calories eaten',
    'food intake',
    'kilojoules',
  ],
  protein: ['protein', 'proteins', 'protein intake'],
  mood: ['mood', 'moods', 'feeling', 'feelings', 'felt', 'happiness', 'mental state', 'spirits'],
}

/** Words that mean a metric where nothing else in the question does. */
const HINTS: Readonly<Record<string, readonly string[]>> = {
  weight: [
    'kg',
    'kgs',
    'kilos',
    'kilo',
    'kilograms',
    'pounds',
    'pound',
    'lbs',
    'lb',
    'stone',
    'heavy',
    'heavier',
    'heaviest',
    'lighter',
    'lightest',
    'slimmer',
    'thinner',
    'fat',
  ],
  steps: [
    'active',
    'lazy',
    'laziest',
    'busiest',
    'activity',
    'moved',
    'move',
    'exercise',
    'movement',
    'furthest',
    'farthest',
  ],
  sleep: [
    'nights',
    'night',
    'tired',
    'exhausted',
    'sleepy',
    'rested',
    'bed',
    'hours',
    'woke',
    'tiredness',
    'fatigue',
    'fatigued',
  ],
  calories: [
    'eat',
    'ate',
    'eaten',
    'eating',
    'food',
    'intake',
    'diet',
    'kj',
    'meals',
    'energy',
    'pigged',
    'pig',
    'binge',
    'binged',
    'overate',
    'overeat',
  ],
  protein: ['grams'],
  mood: [
    'feel',
    'happy',
    'happier',
    'happiest',
    'sad',
    'sadder',
    'saddest',
    'stressed',
    'low',
    'grumpy',
    'grumpier',
    'grumpiest',
    'moody',
    'moodier',
    'cheerful',
    'gloomy',
    'miserable',
    'mental',
    'emotions',
  ],
}

/** Other words for metrics of the person's own, by a word in their name. */
const OWN_NAMES: readonly (readonly [inName: RegExp, names: readonly string[]])[] = [
  [
    /heart rate|\bhr\b|pulse/,
    ['heart rate', 'resting heart rate', 'rhr', 'resting hr', 'hr', 'pulse', 'resting pulse', 'heartbeat', 'bpm'],
  ],
  [
    /burned|burnt|active energy/,
    ['calories burned', 'calories burnt', 'burned calories', 'energy burned', 'burn', 'burned', 'burnt'],
  ],
  [/coffee|caffeine/, ['coffee', 'coffees', 'caffeine', 'espresso']],
  [/water|hydration/, ['water', 'hydration']],
  [/alcohol|beer|wine|drinks/, ['alcohol', 'drinks', 'beer', 'wine', 'beers']],
  [/distance/, ['distance', 'far']],
  [/\bhrv\b|variability/, ['hrv', 'heart rate variability']],
]

/** What people ask for that is only there as a metric of their own. The answer then is that it is not. */
const UNKEPT =
  /\b(heart rate variability|resting heart rate|heart rate|hrv|rhr|pulse|blood pressure|blood sugar|glucose|calories (?:\w+ ){0,3}(?:burned|burnt|burn)|(?:burned|burnt|burn)(?: \w+)? calories|body fat|bmi|vo2|vo2max|oxygen|spo2|water|hydration|coffees?|caffeine|alcohol|beers?|wine|distance|kilometers|kilometres|miles|carbs|carbohydrates|sugar|fiber|fibre|salt|sodium|cholesterol|temperature|screen time|meditation|floors|stairs|workouts?|waist|deep sleep|rem sleep|rem|naps?|bp|systolic|diastolic)\b/

export interface NamedMetric {
  readonly metric: Metric
  readonly at: number
}

export interface MetricsFound {
  /** In the order they are named. */
  readonly named: readonly NamedMetric[]
  /** Meant, where none is named. */
  readonly hinted: readonly Metric[]
  /** Meant for certain, beside those that are named. */
  readonly alluded: readonly Metric[]
  /** Something that no metric keeps. */
  readonly unkept: string | undefined
}

/** Finds metrics in plain text. `nameOf` gives each metric's names as plain text has them. */
export type FindMetrics = (text: string) => MetricsFound

/** The words that metrics are called by, for the spelling. */
export function metricWords(metrics: readonly Metric[]): string[] {
  return metrics.flatMap((metric) =>
    [...namesOf(metric), ...(HINTS[metric.id] ?? [])].flatMap((name) => name.split(' ')),
  )
}

export function findMetrics(text: string, metrics: readonly Metric[]): MetricsFound {
  const names = metrics
    .flatMap((metric) => namesOf(metric).map((name) => ({ name, metric })))
    .sort((a, b) => b.name.length - a.name.length || (a.name < b.name ? -1 : 1))
  let left = ` ${text} `
  const unkept = UNKEPT.exec(text)
  const found: NamedMetric[] = []
  // What is not kept is asked as a phrase too, and must not be taken for the word in it.
  const unkeptName = unkept?.[1]
  const isOwn = unkeptName !== undefined && names.some(({ name, metric }) => !metric.builtIn && meets(unkeptName, name))
  if (unkeptName !== undefined && !isOwn) left = left.replace(unkeptName, blank)
  for (const { name, metric } of names) {
    let at = left.indexOf(` ${name} `)
    while (at >= 0) {
      if (!found.some((one) => one.metric === metric)) found.push({ metric, at })
      left = left.slice(0, at + 1) + blank(name) + left.slice(at + 1 + name.length)
      at = left.indexOf(` ${name} `)
    }
  }
  // `How many calories did I burn` is about those that were burned, where they are kept.
  const burned = found.find(({ metric }) => !metric.builtIn && /burn/i.test(metric.name))
  if (burned !== undefined && /\bburn/.test(text)) {
    const eaten = found.findIndex(({ metric }) => metric.id === 'calories')
    if (eaten >= 0) found.splice(eaten, 1)
  }
  const hinted = found.length > 0 ? [] : hintedIn(left, metrics)
  const eatsProtein = found.some(({ metric }) => metric.id === 'protein')
  const alluded = hintedIn(left.replace(UNCERTAIN, '_'), metrics).filter(({ id }) => id !== 'calories' || !eatsProtein)
  return {
    named: found.sort((a, b) => a.at - b.at),
    hinted,
    alluded,
    unkept: isOwn ? undefined : unkeptName,
  }
}

/** Hints that mean a metric only where there is no other. */
const UNCERTAIN = /\b(?:low|hours|nights?|bed|moved?|grams|kgs?|kilos?|kilograms|pounds?|lbs?|stone|energy|intake)\b/g

const blank = (text: string) => '_'.repeat(text.length)
const meets = (asked: string, name: string) => asked === name || asked.includes(name) || name.includes(asked)

function hintedIn(text: string, metrics: readonly Metric[]): Metric[] {
  return metrics.filter((metric) => (HINTS[metric.id] ?? []).some((hint) => text.includes(` ${hint} `)))
}

function namesOf(metric: Metric): readonly string[] {
  if (metric.builtIn) return NAMES[metric.id] ?? [metric.name.toLowerCase()]
  const own = plainName(metric.name)
  if (own === '') return []
  const plural = own.endsWith('s') ? own.slice(0, -1) : `${own}s`
  const others = OWN_NAMES.flatMap(([inName, names]) => (inName.test(own) ? names : []))
  const joined = own.includes(' ') ? [own.replaceAll(' ', '')] : []
  return [own, ...(plural.length > 2 ? [plural] : []), ...joined, ...others]
}

/** A name in the letters that plain text has. */
const plainName = (name: string): string =>
  (
    name
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}]+|\d+/gu) ?? []
  ).join(' ')
