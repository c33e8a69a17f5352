import type { Intent } from '../answer.ts'

/** What of a question, besides its words, says what it asks. */
export interface Cues {
  /** Metrics that are named. */
  readonly metrics: number
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

type Rule = readonly [Intent, (text: string, cues: Cues) => boolean]

const has =
  (pattern: RegExp): Rule[1] =>
  (text) =>
    pattern.test(text)

const hasNot =
  (but: RegExp, pattern: RegExp): Rule[1] =>
  (text) =>
    pattern.test(text) && !but.test(text)

const COUNTS = /\bhow (?:many|often)\b|\bwhen did\b|\b(?:number|count) of\b/

const CRISIS =
  /\b(?:kill(?:ing)? (?:my|him|her)? ?self|suicid\w*|end(?:ing)? (?:it all|my life|it)|i can not go on|can not (?:do this|take it|take this) anymore|^(?:an? |it is an )?emergency|(?:want|wish|going) (?:to die|i (?:was|were) dead)|(?:do not|not) want to (?:live|be alive|be here|wake up|go on)|self[ -]?harm\w*|(?:hurt|hurting|harm|harming|cut|cutting) myself|better off (?:dead|without me)|no (?:reason|point) (?:to|in) (?:live|living)|take my (?:own )?life|chest (?:pain|pains|hurts|tightness)|pain in (?:my|the) chest|my chest (?:hurts|is tight)|heart attack|(?:can not|not able to|hard to|trouble|difficulty|struggling to) breath\w*|having a stroke|had a stroke|stroke symptoms|overdos\w*|took too many|unconscious|not breathing|bleeding (?:heavily|badly|a lot)|(?:lot of|losing) blood|anaphyla\w*|ambulance|(?:an|is|medical) emergency|emergency (?:number|services|room)|collapsed|coughing (?:up )?blood)\b/

const MEDICATION =
  /\b(?:medicat\w*|medicines?|meds|pills?|tablets?|drugs?|doses?|dosage|prescri\w*|ibuprofen|paracetamol|acetaminophen|tylenol|aspirin|melatonin|ozempic|wegovy|semaglutide|mounjaro|metformin|insulin|statins?|antidepress\w*|ssri\w*|sertraline|prozac|zoloft|xanax|valium|zolpidem|ambien|beta blockers?|antibiotics?|supplements?|vitamins?|creatine|magnesium|omega|steroids?|testosterone|laxatives?|adderall|ritalin|painkillers?|antihistamine\w*|cbd|cannabis|thc)\b/

const CONDITION =
  'diabet\\w*|cancer\\w*|tumou?r\\w*|depress\\w*|anxiety|adhd|autis\\w*|bipolar|apnoea|apnea|insomnia\\w*|hypertension|an[a]?emi\\w*|thyroid\\w*|covid\\w*|flu|influenza|illness\\w*|infect\\w*|diseases?|disorders?|syndrome|arrhythmia|afib|asthma|pregnan\\w*|migraines?|anorexi\\w*|bulimi\\w*|obese|obesity|overweight|underweight|narcolep\\w*|pcos|menopaus\\w*|celiac|dementia|burnout|burn out|burned out|malnutrition|heart (?:disease|failure|condition)|kidney\\w*|liver|virus'

const DIAGNOSIS = new RegExp(
  `\\b(?:diagnos\\w*|symptoms?|(?:what is|something|anything|something is) wrong with (?:me|my (?:body|health|heart|brain))|am i (?:\\w+ )?(?:sick|ill|unwell|healthy|unhealthy|dying|normal|fit enough|too (?:fat|thin|skinny|heavy))|(?:is|are|was) (?:it|that|this|my [\\w ]+?) (?:\\w+ )?(?:healthy|unhealthy|dangerous|harmful|bad for me|life threatening)|is my (?:heart|body|brain|liver|kidney|lung|thyroid|blood)\\w* (?:ok|okay|fine|normal|healthy|failing|bad)|do i (?:have|need) (?:a |an )?(?:${CONDITION}|doctor|surgery|operation|blood test|treatment)|(?:${CONDITION})|is it normal (?:to|that)|should i (?:see|call|visit|talk to|go to) (?:a |the |my )?(?:doctor|gp|physician|specialist|hospital|therapist|psychiatrist)|(?:un)?healthy|headaches?|dizz\\w*|fever|nausea|nauseous|vomit\\w*|rash|lump|fainted|fainting|palpitations|back pain|stomach (?:ache|pain)|(?:my|have|having) [\\w ]*(?:hurts?|pain|aches?)|blood (?:pressure|test|sugar) (?:ok|high|low|normal|fine|too)|life expectancy|how long will i live|will i die)\\b`,
)

/** `mood 4 today`, `75.3 kg`. */
const NAMED_AMOUNT =
  /^(?:my )?(?:[a-z]+ )?[\d.:]+(?: (?:h|hours?|kg|lbs?|pounds|g|grams?|kcal|calories|steps|of|protein|sleep|st|\d+))*(?: (?:today|yesterday|this morning|last night|for today|for yesterday))?$/
const NO_QUESTION =
  /^(?!(?:what|how|when|which|why|did|do|does|is|was|were|am|are|have|has|will|can|could|should|who|where)\b)/
const TELLS =
  /^(?:please )?(?:i (?:just |have )?(?:slept|walked|weigh|weighed|ate|had|did|got|took|drank|hit|made|weighed in at)|had|my (?:weight|sleep|mood|steps|calories|protein) (?:is|was|were|today|this)|(?:log|record|add|enter|track|save|note|put in|put)\b|can you (?:please )?(?:log|record|add|enter|track|save|note)|(?:slept|walked|weighed|ate))\b/

/** In the order in which they are tried: what is dangerous to miss first, what most words fit last. */
const RULES: readonly Rule[] = [
  ['crisis', has(CRISIS)],
  [
    'medication',
    (text, { metrics, hasBound }) =>
      MEDICATION.test(text) &&
      !(metrics > 0 && (hasBound || /\b(?:how (?:much|many|often)|average|days)\b/.test(text))),
  ],
  ['diagnosis', has(DIAGNOSIS)],
  [
    'help',
    has(
      /^(?:help|\?|please help|help me|menu|commands?|examples?|info)$|\bwhat (?:else )?(?:(?:can|could|may|do) you (?:do|ask|answer|say|help|know|understand|tell|talk)|(?:can|could|may|should) i (?:ask|say|tell|type|talk))(?! (?:more|better|next|differently))|\bhow (?:do|does|can|should) (?:you|this|it|i use|i talk|i ask|the coach|this app)(?! (?:think|see|know) (?:i|my))\b(?:.*\b(?:work|use|help|you|this|ask)\b|$)|^(?:who|what) are you|^who made you|\bneed (?:some )?help$|\b(?:kinds?|sorts?|types?) of questions|\bcan you (?:do|answer|help me|help)$|\bwhat (?:is this|are your|can this)\b|\bare you (?:an? )?(?:ai|human|real|bot|robot|doctor|person)|\b(?:do|does) (?:you|my data|this|it) (?:send|leave|share|store|upload|leaves)|\b(?:give|show) me (?:some )?examples\b|\bhelp me (?:use|understand) (?:this|you|the app)/,
    ),
  ],
  [
    'greeting',
    has(
      /^(?:hi+|hello|heya|hey+|yo|howdy|hiya|greetings|good (?:morning|evening|afternoon|day)|hello again|sup|what is up|how are you(?: doing)?(?: today)?|nice to meet you|goodbye|bye|good night|see you)(?: (?:there|coach|again|all|you|friend|buddy|mate|to you|how are you|doing|today))*$/,
    ),
  ],
  [
    'thanks',
    has(
      /^(?:(?:ok|okay|great|cool|nice|perfect|awesome|wonderful|good|alright|got it|that helped|that helps|very|thats|that is|oh|well|ah|many|wow|super|brilliant|excellent|makes sense|fine|sweet) ?)*(?:thanks|thank you|thank|cheers|appreciate it|appreciated|much appreciated)?(?: (?:so much|a lot|very much|you|coach|a bunch|for (?:that|this|the help|your help|the info|everything)|much|again|good|great|helpful))*$/,
    ),
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
  ['log', (text, { hasAmount, hasBound, isLater }) => hasAmount && !hasBound && !isLater && NAMED_AMOUNT.test(text)],
  ['challenge', has(/\bchallenges?\b/)],
  [
    'streak',
    has(
      /\bstreaks?\b|\bin a row\b|\bconsecutive\b|\brun of\b|\blongest (?:run|stretch)\b|\bdays running\b|\bwithout (?:a |any )?(?:gap|break|missing|missed day|skipping)\b|\bunbroken\b/,
    ),
  ],
  [
    'goal',
    has(
      /\bgoals?\b|\btargets?\b|\bobjectives?\b|\bon (?:track|course|schedule|pace|target)\b(?! to (?:be|weigh))|\bmy aim\b|\bam i aiming\b/,
    ),
  ],
  [
    'log',
    hasNot(
      COUNTS,
      /\b(?:what|which|anything|something)\b.*\b(?:to|should i|do i (?:still )?(?:need|have) to|must i|can i|left to|could i|have i not|did i not|have not i|need to|should be|still) (?:still )?(?:be )?(?:log|logged|record|recorded|track|tracked|enter|entered|measure|fill in|note)\b|\b(?:(?:did|have) i|(?:did|have) not i|what have not i|i have not|i did not) (?:already |not |forgotten to |forget to |yet )?(?:log|logged|record|recorded|track|tracked|enter|entered)\b|\b(?:what|anything|something) (?:is |am i |are |data )?(?:still )?(?:missing|not logged|unlogged|left out)\b|\bforg[eo]t(?:ten)? to (?:log|record|enter|track)\b|^(?:log|record|enter|add|track)(?: (?:my|some|a|something|today|value|the|weight|steps|sleep|calories|protein|mood|for|now|entry|data|this|morning|day))*$|\b(?:am i|is|are) missing\b|\bwhat (?:have|did) i (?:logged|log|recorded|record|track|tracked)\b|\bwhat (?:should|shall|do|can|could) i (?:still )?(?:log|record|track|enter)\b/,
    ),
  ],
  [
    'next',
    has(
      /\bwhat (?:should|can|could|shall|do|might|would) (?:i|you)(?: \w+)? (?:do|try|change|improve|work on|focus|suggest|recommend|advise|tackle|be doing)\b(?! (?:you|on \w+day|yesterday|last))|\bwhat (?:is )?(?:next(?! (?:week|month|year|quarter|\w+day))|to (?:try|do|change|improve|focus on|work on))\b|\bnext steps?\b|\bi (?:can|could|should) (?:improve|change|try|work on)\b|\bsuggest\w*\b|\brecommend\w*\b|\badvi[cs]e\b|\btips?\b|\bideas?\b|\bhow (?:can|do|could|should|might|would|to) (?:i )?(?:improve|sleep|walk|get|increase|lose|gain|lower|raise|eat|reach|feel|boost|be|reduce|become|raise)\b|\bhow to (?:improve|sleep|walk|lose)\b|\bexperiments?\b|\btrials?\b|\bsomething to try\b|\bworth trying\b|\bwhere (?:should|can) i (?:start|focus|improve)\b|\bhelp me (?:improve|sleep|lose|walk|get|with my|be)\b|\bcoach me\b|\bmotivat\w*\b|\bwhat would help\b|\broom for improvement\b|\btry (?:next|now|today|this week|tomorrow|out|instead|something|anything)\b/,
    ),
  ],
  [
    'count',
    (text, { hasBound }) =>
      (/\bhow (?:often\b.*|many (?!hours|minutes|steps|calories|kcal|grams|g|kg|cups|coffees)(?:\w+ ){0,3})\b(?:days?|nights?|times?|mornings?|mondays|tuesdays|wednesdays|thursdays|fridays|saturdays|sundays|entries|readings|measurements|values|records|weekends)\b/.test(
        text
          .replace(/\b(?:last|past|previous|next|over the|in the) (?:\d+ )?(?:days?|nights?|times?)\b/g, '')
          .replace(/\bper (?:day|night)\b|\b(?:a|each|every) (?:day|night)\b/g, ''),
      ) &&
        (hasBound || !/\bago\b|\bsince (?:i|my)\b/.test(text))) ||
      (/\bhow often\b|\bhow frequently\b|\bhow many of (?:the|my|these|those)\b|\bhow many (?:workdays|weekdays)\b|^(?:my |all |the )?(?:days|nights|mornings) (?:over|under|above|below|with|of|at least|when|where|i)\b|\b(?:number|count|amount) of (?:days|nights|times)\b|\bcount (?:the |my )?(?:days|nights)\b|\b(?:percent|percentage|share|fraction|proportion|%) of (?:the |my |all )?(?:days|nights|time)\b|\bon (?:what|how many) days\b/.test(
        text,
      ) &&
        !/\bgoal\b/.test(text)),
  ],
  [
    'forecast',
    (text, { isAhead }) =>
      (isAhead && !/\b(?:did|was|were|had|slept|walked|weighed|ate)\b/.test(text)) ||
      /\b(?:forecast\w*|predict\w*|projections?|projected|outlook|prognosis)\b|\b(?:expect(?:ed)?|expecting)\b(?!.*\blast\b)|\b(?:will|shall) (?:i|my|it|the|we)\b|\b(?:am|is|are) (?:i|my [\w ]+|it) (?:\w+ )?(?:going to|likely to|heading|gonna)\b|\bat (?:this|the current|my current) (?:rate|pace)\b|\bwhere (?:am i|is my \w+) (?:heading|going|headed)\b|\bwhen (?:will|can|could|do) i (?:reach|hit|get|weigh|be)\b|\bhow long (?:until|till|before|to (?:reach|get))\b|\bin the future\b|\bahead\b/.test(
        text,
      ),
  ],
  [
    'risk',
    has(
      /\brisks?\b|\brisky\b|\bwarnings?\b|\bwarn\b|\bconcern\w*\b|\bworr(?:y|ied|ying|ies|isome)\b|\b(?:red )?flags?\b|\bdanger\w*\b|\balarm\w*\b|\bneeds? (?:my )?attention\b|\bpay attention\b|\bworth (?:my )?attention\b|\bproblems?\b|\banything (?:wrong|bad|off)\b|\bis (?:everything|all|something) (?:ok|okay|fine|alright|all right|wrong|off|good)\b|\bwatch out\b|\blook out\b|\bcareful (?:about|with|of)\b|\bbad signs?\b|\bin trouble\b|\bissues?\b|\bshould i be (?:careful|afraid|alarmed)\b/,
    ),
  ],
  [
    'why',
    (text, { metrics }) =>
      /\bwhy\b|\bmatters?\b|\breasons?\b|\bcaus(?:e|es|ed|ing)\b|\bbecause\b|\baffect\w*\b|\binfluenc\w*\b|\bimpact\w*\b|\beffects?\b|\brelat(?:e|es|ed|ion\w*)\b|\blink(?:s|ed)?\b|\bcorrelat\w*\b|\bconnect\w*\b|\bassociat\w*\b|\bpatterns?\b|\bdepends?\b|\bgo(?:es)? (?:together )?with\b|\bgo together\b|\bexplain\w*\b|\bfindings?\b|\binsights?\b|\bdiscover\w*\b|\bwhat (?:drives|determines|is (?:driving|making|behind|ruining)|drove|makes|helps|hurts|ruins|improves|boosts|made|drove|lowers|raises)\b|\bhow come\b|\bwhat (?:is|was) behind\b|\bmakes? (?:me|my|any|a)\b|\bplay(?:s)? (?:a )?(?:role|part)\b|\bhave (?:you )?(?:found|noticed|learned|learnt|spotted)\b|\byou (?:found|find|notice\w*|learn\w*|spot\w*) \b/.test(
        text,
      ) ||
      (metrics > 1 && /^(?:does|do)\b/.test(text)) ||
      (metrics > 1 &&
        /\b(?:when|if|after|whenever|on days (?:when|that|with)|the more|help|helps|help me|improve|improves|hurt|hurts|better|worse)\b/.test(
          text,
        )),
  ],
  [
    'compare',
    (text, { periods, hasBound, hasWeekdays }) =>
      /\bcompar\w*\b|\bvs\b|\bversus\b|\bcontrast\b|\bdifferences? between\b|\b(?:differ|different|difference) (?:from|to|than)\b|\bas (?:much|many|well|good|long|active|high|low|often|bad) (?:\w+ )?(?:\w+ )?as\b|\b(?:usual|normal|typical|average) for me\b|\bthan (?:now|today|currently|usual|normal|average|before|i (?:usually|normally)|the (?:week|month|year|day|one|period|previous|average)|last|on|in|my (?:usual|normal|average)|typical)\b|\bagainst\b|\b(?:is|was|are|were) (?:that|it|this|yesterday|today|last \w+|this \w+|my [\w ]+?) (?:\w+ )?(?:normal|usual|typical|unusually \w+)\b|\bbeside\b|\brelative to\b/.test(
        text,
      ) ||
      (periods > 1 && (!hasBound || / than /.test(text))) ||
      (hasWeekdays &&
        !hasBound &&
        /^(?:do|did|am|is|are|was|were)\b.*\b(?:more|less|better|worse|longer|shorter|higher|lower)\b/.test(text)),
  ],
  [
    'change',
    (text, { isDay }) =>
      !isDay &&
      !/\bover time\b/.test(text) &&
      /\bchang(?:e|es|ed|ing)\b|\bwhat is (?:new|different)\b|\b(?:has|have) been different\b|\bdifferent (?:lately|recently|now|these days)\b|\b(?:anything|something|what|is there anything|everything) (?:new|different|unusual|odd|strange|weird|special|interesting|remarkable|notable)\b|\bunusual\b|\bordinary\b|\bodd\b|\bstrange\b|\bweird\b|\banomal\w*\b|\bst(?:ood|and|ands) out\b|\boutliers?\b|\bshift(?:s|ed)?\b|\b(?:what|anything) (?:has |have |is )?(?:happened|happening|going on|moved)\b|\bnoteworthy\b|\bnews\b|\bsurpris\w*\b/.test(
        text,
      ),
  ],
  [
    'trend',
    (text) =>
      /\btrend\w*\b|\bup or down\b|\bgo(?:ing|ne|es)? (?:up|down)\b|\bwent (?:up|down)\b|\b(?:rising|rise|rises|rose|risen|falling|fell|fallen|climb\w*|sinking)\b|\bincreas\w*\b|\bdecreas\w*\b|\bdeclin\w*\b|\bdrop(?:s|ped|ping)?\b|\bimprov(?:e|ed|ing|ement|ements)\b|\bprogress\w*\b|\bdirection\b|\b(?:gain|gained|gaining|lost|losing|lose|put on|shed) (?:any |some |more |much )?(?:weight|kg|kilos|pounds|muscle|fat|lbs)\b|\b(?:upward|upwards|downward|downwards)\b|\bstable\b|\bplateau\w*\b|\bsteady\b|\bgetting (?:\w+ )?(?:better|worse|higher|lower|longer|shorter|heavier|lighter|more|less|fitter|up|down|enough)\b(?!.*\benough\b)|\b(?:am i|have i been|is my|are my|have my|has my) [\w ]*\b(?:better|worse|more|less|heavier|lighter|longer|shorter)\b|\bover time\b|\bdevelop\w*\b|\bevol(?:ve|ved|ving|ution)\b|\b(?:am i|been) (?:losing|gaining)\b|\bdid i (?:lose|gain)\b|\bhow much (?:weight )?(?:have|did) i (?:lost|lose|gained|gain|put on)\b|\bfalling off\b/.test(
        text,
      ),
  ],
  [
    'extreme',
    (text) =>
      /\b(?:best|worst|top|record|records|personal best|pb|all time high|all time low)\b/.test(text) ||
      (/\b(?:highest|lowest|most|least|fewest|longest|shortest|heaviest|lightest|happiest|saddest|biggest|smallest|peak|maximum|minimum|busiest|laziest|highs?|lows?|peaked|bottom)\b/.test(
        text,
      ) &&
        /\b(?:days?|nights?|when|weeks?|months?|date|weekday|which|ever|in 1 day|mornings?)\b/.test(
          text.replace(
            /\b(?:this|last|past|previous|next|per|a|the last \d+|last \d+|past \d+|\d+) (?:days?|nights?|weeks?|months?)\b/g,
            '',
          ),
        )),
  ],
  [
    'value',
    (text, { metrics }) =>
      metrics > 0 && /\b(?:average\w*|mean|median|total|sum|maximum|minimum|highest|lowest|most|least)\b/.test(text),
  ],
  [
    'overview',
    (text, { metrics, periods }) =>
      metrics > 0 &&
      periods === 0 &&
      /^how (?:is|are|am|have|has|about) (?:i |my |the )?(?!many|much|long)/.test(text) &&
      !/\b(?:bound|over|under)\b/.test(text),
  ],
  [
    'overview',
    has(
      /\bhow (?:am|was|is|are|were|did|have|has) (?:i|it|my|the|things|everything|this|last|we|that|your)\b(?: (?:doing|going|been|do|week|month|day|year|health|stats|numbers|look\w*|overall|things|recent\w*|last \w+|this \w+|data|progress\w*|everything|today|yesterday|past \w+|weekend))|\bhow (?:was|were|is|are|did) (?:last|this|the|yesterday|today|my (?:last|past|week|month|day|year|weekend))\b|\bsummar\w*\b|\boverview\b|\bstatus\b|\brecap\b|\breport\b|\breview\b|\bhow (?:is|are) (?:it|things) going\b|\bhow (?:are|is) (?:things|everything|it all|life)$|\bcheck[ -]?in\b|\bdashboard\b|\bhighlights?\b|\bbig picture\b|\bsum (?:it |that |everything )?up\b|\bmy (?:stats|numbers|data|health|week|month|day)\b|\bam i (?:doing|ok|okay|alright|good|fine)\b|\bdoing (?:ok|okay|well|good|fine|so far)\b|\bbring me up to date\b|\bcatch me up\b|\bgive me (?:the|an|a) (?:summary|update|overview|rundown|digest)\b|\bupdate\b|\b(?:how|where) do i (?:do|look|stand)\b|\bhow i am doing\b|\bhow i (?:did|was)\b/,
    ),
  ],
]

/** What a question asks, or undefined where only a metric, a day, or nothing is named. */
export function intentOf(text: string, cues: Cues): Intent | undefined {
  if (text === '') return undefined
  return RULES.find(([, holds]) => holds(text, cues))?.[0]
}

/** A question that says of itself that it goes on from the one before. */
export const GOES_ON =
  /^(?:why|how come|when|how much|how many)$|^(?:and|also|but|so|or|then|ok and|what about|how about|what of|same (?:for|with|but)|now|for|in|on|over|during|since|only|just|instead)\b|\b(?:it|that|those|these|them|then|the same|there|this|when was that|why so|how so|which day)\b(?! (?:week|month|year|morning|evening|day|quarter|spring|summer|autumn|winter|weekend|app|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december))/
