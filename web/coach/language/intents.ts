import type { Intent } from '../answer.ts'
import { CRISIS, DIAGNOSIS, MEDICATION } from './refused.ts'
import { CHANGE, COMPARE, COUNT, FORECAST, GOAL, HELP, LOG, NEXT, OVERVIEW, RISK, STREAK, TREND, WHY } from './said.ts'

/** What of a question, besides its words, says what it asks. */
export interface Cues {
  /** The question with what it is greeted with. */
  readonly whole: string
  /** Metrics that are named. */
  readonly metrics: number
  /** Those, and others that are meant: `tired`, `ate`. */
  readonly about: number
  /** Periods that are named, and groups of weekdays. */
  readonly periods: number
  /** All of them lie ahead. */
  readonly isAhead: boolean
  /** One period, and it is a single day. */
  readonly isDay: boolean
  readonly hasBound: boolean
  /** Days of the week alone are named. */
  readonly hasWeekdays: boolean
  readonly hasAmount: boolean
  /** The days named are more than today or yesterday. */
  readonly isLater: boolean
}

/** Without `in the last 30 days` and `a day`, which count no days. */
const withoutSpells = (text: string) =>
  text
    .replace(/\b(?:last|past|previous|next|over the|in the) (?:\d+ )?(?:days?|nights?|times?)\b/g, '')
    .replace(/\bper (?:day|night)\b|\b(?:a|each|every) (?:day|night)\b/g, '')

type Rule = readonly [Intent, (text: string, cues: Cues) => boolean]

const has =
  (pattern: RegExp): Rule[1] =>
  (text) =>
    pattern.test(text)

const hasNot =
  (but: RegExp, pattern: RegExp): Rule[1] =>
  (text) =>
    pattern.test(text) && !but.test(text)

const COUNTS =
  /\bwhat (?!did|have|has|should|do|can|else)\w+ (?:did|have) i\b|\bhow (?:many|often)\b|\bwhen did\b|\b(?:number|count) of\b/

/** `mood 4 today`, `75.3 kg`. */
const NAMED_AMOUNT =
  /^(?!(?:and|or|but|for|what|then)\b)(?:my )?(?:[a-z]+ )?[\d.:]+(?: (?:h|hours?|kg|lbs?|pounds|g|grams?|kcal|calories|steps|of|protein|sleep|st|\d+))*(?: (?:today|yesterday|this morning|last night|for today|for yesterday))?$/
const NO_QUESTION =
  /^(?:can|could) you (?:please )?\w+ [\d.]|^(?!(?:what|how|when|which|why|did|do|does|is|was|were|am|are|have|has|will|can|could|should|who|where)\b)/
const TELLS =
  /^(?:please )?(?:i (?:just |have )?(?:slept|walked|weigh|weighed|ate|had|did|got|took|drank|hit|made|weighed in at)|had|my (?:weight|sleep|mood|steps|calories|protein) (?:is|was|were|today|this)|(?:log|record|add|enter|track|save|note|put in|put)\b|can you (?:please )?(?:log|record|add|enter|track|save|note)|(?:slept|walked|weighed|ate))\b/

const NOTES =
  /^(?!.*\b(?:goal|target|streak|challenge|how|what|make it|average|total|days|nights)\b).*\b(?:i (?:just |only )?(?:slept|walked|ate|had|weigh|weighed|drank|got|did)|just (?:had|ate|walked|slept|did)|(?:write|put|jot|note|log|add|save|record|enter|mark)\b(?! (?:up|on)))/

/** The best of something is asked for that is no metric, but is of the person's days. */
const OF_DAYS = /\b(?:days?|nights?|weeks?|months?|years?|weekdays?|records?|bests|ever|my|i|when)\b/

/** Somebody else. */
const PERSON =
  '(?:sister|brother|husband|wife|daughter|son|mum|mom|mother|dad|father|kids?|child|children|friends?|boyfriend|girlfriend|partner|boss|dog|cat|neighbou?rs?|baby|colleagues?|grand\\w+)'
const ELSEWHERE = new RegExp(
  [
    `\\b(?:did|has|have|had|does|do|is|was|were|can|will) my ${PERSON}\\b`,
    `\\bmy ${PERSON} (?:has|have|did|slept|walked|ate|weighs?|weighed|sleeps?|walks?|eats?|sleep|walk|eat|weight|steps|mood|feels?)\\b`,
    String.raw`\b(?:did|has|does|is|was|will) (?:he|she|they)\b`,
    String.raw`\bwho (?:is|was|won|wins|will|are|has|did|invented|wrote)\b(?! you)`,
  ].join('|'),
)
/** What nobody logs, unless a metric is called so. */
const TOPIC =
  /\b(?:rain|raining|snow|snowing|weather|joke|poem|recipe|football|movies?|films?|restaurants?|president|translate)\b/

/** Nothing is asked, named or told to be done. */
const isTalk = ({ whole, metrics, periods }: Cues): boolean => metrics + periods === 0 && !ASKS.test(whole)
const ASKS =
  /\b(?:what|how|when|which|why|show|tell|give|log|set|start|compare|list)\b(?! are you)|\b(?:did|do|does|is|am|are|was|can|could|should|will) (?:i|my|you|there|it)\b|\d/
const GREETS =
  /^(?:\w+ ){0,2}(?:hi+|hello|hey+|hola|namaste|howdy|greetings|(?:good )?(?:morning|evening|afternoon)|good day)\b(?: \S+){0,7}$/
const THANKS =
  /\b(?:thanks|thank|cheers|ta|bless you|appreciate\w*|grateful|much obliged|(?:really|so|very|super|most) (?:helpful|useful|kind))\b/
const THANKED =
  /^(?!(?:what|how|when|which|why|show|tell|give|can|could|did|do|is|am)\b)(?:\S+ ){1,8}(?:thanks|thank you|cheers)$/
const GREETING =
  /^(?:(?:hi+|hello|heya|hey+|yo|hiya|sup|what is up|how are you|nice to meet you|goodbye|bye|good night|see you)(?: (?:there|coach|again|all|you|friend|how are you|doing|today))*)$/
const ACKNOWLEDGES =
  /^(?:(?:ok|okay|great|cool|nice|perfect|awesome|wonderful|good|alright|got it|that helps|that helped|very|that is|oh|well|ah|wow|super|brilliant|excellent|makes sense|fine|sweet|thanks|thank you|much|appreciated|helpful)(?: |$))+$/

/** In the order in which they are tried: what is dangerous to miss first, what most words fit last. */
const RULES: readonly Rule[] = [
  ['crisis', has(CRISIS)],
  [
    'medication',
    (text, { metrics, hasBound }) =>
      MEDICATION.test(text) &&
      !(metrics > 0 && (hasBound || /\b(?:how (?:much|many|often)|average|days)\b(?!.* take\b)/.test(text))),
  ],
  ['diagnosis', has(DIAGNOSIS)],
  ['help', has(HELP)],
  ['unknown', (text, { metrics }) => ELSEWHERE.test(text) || (metrics === 0 && TOPIC.test(text))],
  ['greeting', (text, cues) => GREETING.test(text) || (isTalk(cues) && GREETS.test(cues.whole))],
  [
    'thanks',
    (text, cues) =>
      ACKNOWLEDGES.test(text) ||
      (isTalk(cues) && THANKS.test(cues.whole)) ||
      (cues.metrics + cues.periods === 0 && THANKED.test(cues.whole)),
  ],
  [
    'log',
    (text, { hasAmount }) =>
      hasAmount &&
      TELLS.test(text) &&
      NO_QUESTION.test(text) &&
      !/\b(?:goal|target|streak|challenge)\b/.test(text) &&
      !/\bwhat\b|\bhow\b/.test(text),
  ],
  [
    'log',
    (text, { hasAmount, hasBound, isLater }) =>
      hasAmount && !hasBound && !isLater && NO_QUESTION.test(text) && NOTES.test(text),
  ],
  ['log', (text, { hasAmount, hasBound, isLater }) => hasAmount && !hasBound && !isLater && NAMED_AMOUNT.test(text)],
  ['challenge', has(/\bchallenges?\b/)],
  ['streak', has(STREAK)],
  ['goal', has(GOAL)],
  ['log', hasNot(COUNTS, LOG)],
  [
    'next',
    (text, { about }) =>
      NEXT.test(text) && !(about > 1 && /^(?:and |or |so )?(?:do|does|did|is|are|would|will|can|could)\b/.test(text)),
  ],
  [
    'count',
    (text, { hasBound, isDay }) =>
      (/\bhow (?:often\b.*|many (?!(?:hours|minutes|steps|calories|kcal|grams|g|kg|cups|coffees)\b(?! (?:days|nights)))(?:\w+ ){0,3})\b(?:days?|nights?|times?|mornings?|mondays|tuesdays|wednesdays|thursdays|fridays|saturdays|sundays|entries|readings|measurements|values|records|weekends)\b/.test(
        withoutSpells(text),
      ) &&
        (hasBound || !/\bago\b|\bsince (?:i|my)\b/.test(text))) ||
      (COUNT.test(text) && !/\bgoal\b/.test(text)) ||
      (hasBound &&
        !isDay &&
        !/\b(?:which|what|when|average|mean|total)\b/.test(text) &&
        /\b(?:days|nights|times|mornings)\b/.test(withoutSpells(text))) ||
      // Of one day that is yes or no, of more it is how many.
      (hasBound &&
        !isDay &&
        /^(?:did|have|had|was|were|is|are) (?:i|my|there|any)\b|\b(?:which|what) (?:days|nights)\b/.test(text)),
  ],
  [
    'forecast',
    (text, { isAhead }) =>
      (isAhead && !/\b(?:did|was|were|had|slept|walked|weighed|ate)\b/.test(text)) ||
      (FORECAST.test(text) && !/\bdirection\b|\bwhich way\b/.test(text)),
  ],
  ['risk', hasNot(/\b(?:anomal\w*|outliers?)\b/, RISK)],
  [
    'why',
    (text, { metrics, about }) =>
      (WHY.test(text) && !/\b(?:odd|unusual|strange|weird|anything different)\b/.test(text)) ||
      (metrics > 1 && /^(?:does|do)\b/.test(text)) ||
      (about > 1 &&
        /\b(?:when|if|after|whenever|on days (?:when|that|with)|the more|help|helps|help me|improve|improves|hurt|hurts|better|worse|more|less|longer|\w+ier)\b/.test(
          text,
        )),
  ],
  [
    'compare',
    (text, { periods, hasBound, hasWeekdays }) =>
      (COMPARE.test(text) && !/\b(?:which|what) (?:day|weekday|night)\b/.test(text)) ||
      (periods > 1 && (!hasBound || / than /.test(text))) ||
      (hasWeekdays &&
        !hasBound &&
        /\b(?:do|did|am|is|are|was|were)\b.*\b(?:more|less|better|worse|longer|shorter|higher|lower|different)\b/.test(
          text,
        )),
  ],
  ['change', (text, { isDay }) => !isDay && !/\bover time\b/.test(text) && CHANGE.test(text)],
  ['trend', (text) => TREND.test(text)],
  [
    'extreme',
    (text, { metrics }) =>
      (/\b(?:best|worst|top|record|records|personal best|pb|all time high|all time low)\b/.test(text) &&
        (metrics > 0 || OF_DAYS.test(text))) ||
      (/\b(?:highest|lowest|most|least|fewest|longest|shortest|heaviest|lightest|happiest|saddest|biggest|smallest|peak|maximum|minimum|greatest|largest|furthest|farthest|poorest|\w+iest|highs?|lows?|peaked|bottom)\b/.test(
        text,
      ) &&
        /\b(?:days?|nights?|when|weeks?|months?|date|weekday|which|ever|in 1 day|mornings?|ones?)\b/.test(
          text.replace(
            /\b(?:this|last|past|previous|next|per|a|the last \d+|last \d+|past \d+|\d+) (?:days?|nights?|weeks?|months?)\b/g,
            '',
          ),
        )),
  ],
  [
    'value',
    (text, { metrics }) =>
      (metrics > 0 &&
        /\b(?:average\w*|mean|median|total|sum|maximum|minimum|highest|lowest|most|least)\b/.test(text)) ||
      /\bmy (?:average|mean|median|total)$/.test(text),
  ],
  [
    'overview',
    (text, { metrics, periods }) =>
      metrics > 0 &&
      periods === 0 &&
      /^(?:how (?:is|are|am|have|has|about) (?:i |my |the )?(?!many|much|long)|(?:please )?(?:tell me|talk|say)(?: more| something)? about )/.test(
        text,
      ) &&
      !/\b(?:bound|over|under)\b/.test(text),
  ],
  ['overview', has(OVERVIEW)],
]

/** What a question asks, or undefined where only a metric, a day, or nothing is named. */
export function intentOf(text: string, cues: Cues): Intent | undefined {
  if (text === '') return undefined
  return RULES.find(([, holds]) => holds(text, cues))?.[0]
}

/** Whether it is one of what is refused or dangerous, wherever in it that is said. */
export const isRefused = (text: string): boolean => CRISIS.test(text) || MEDICATION.test(text) || DIAGNOSIS.test(text)

/** `this week` stands for nothing that was named. */
const SPELLS = [
  ...'week month year morning evening afternoon day quarter spring summer autumn winter weekend app'.split(' '),
  ...'monday tuesday wednesday thursday friday saturday sunday'.split(' '),
  ...'january february march april may june july august september october november december'.split(' '),
]

/** A question that says of itself that it goes on from the one before. */
export const GOES_ON = new RegExp(
  [
    // Nothing but the question, or days alone.
    '^(?:why|how come|when|how much|how many)$',
    '^what (?:is|was|were) (?:the|my) (?:average|mean|median|total|sum|highest|lowest|most|least)(?: (?:per|a|each) day)?$',
    // The same of something else.
    String.raw`\b(?:too|as well|instead)$`,
    '^(?:(?:the|on|in|per|a|each|day|night|week|average|total|median|altogether)(?: |$))+$',
    String.raw`^(?:for|in|on|over|during|since|only|just|now)(?: [\w-]+){1,4}$`,
    String.raw`^(?:and|also|but|so|or|then|actually|ok and|what about|how about|what of|same (?:for|with|but)|instead)\b`,
    // A word that stands for what was named before, and for no days.
    String.raw`\b(?:it|that|those|these|them|then|the same|this|why so|how so|which day)\b(?! (?:${SPELLS.join('|')}))`,
  ].join('|'),
)
