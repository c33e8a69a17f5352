import { said } from './pattern.ts'

/**
 * What people say, by what they ask: an alternative a line, a regular expression over plain text that begins and ends with
 * words. The order within one does not matter.
 */

/** What the coach is and can do. */
export const HELP = said`
  ^(?:help|\?|please help|help me|menu|commands?|examples?|info)$
  what (?:else )?(?:(?:can|could|may|do) you (?:do|ask|answer|say|help|know|understand|tell|talk)|(?:can|could|may|should) i (?:ask|say|tell|type|talk))(?! (?:more|better|next|differently))
  how (?:do|does|can|should) (?:you|this|it|i use|i talk|i ask|the coach|this app)(?! (?:think|see|know) (?:i|my))\b(?:.*\b(?:work|use|help|you|this|ask)\b|$)
  ^(?:who|what) are you
  ^who made you
  need (?:some )?help$
  (?:kinds?|sorts?|types?) of questions
  (?:what|which)\b.*\b(?:may|can|could|might|should) i ask
  (?:what|which|how|explain)\b.*\byou (?:can|could) (?:all )?(?:do|answer|help|understand|tell)\b(?! (?:me )?(?:how|about))
  list .*(?:commands|questions)
  how to (?:use|work with|talk to) (?:this|you|the|it)
  how (?:functions|works) (?:this|it)
  how (?:this|the|your|it)(?: app)? works?
  you explain$
  can you (?:do|answer|help me|help)$
  what (?:is this(?! (?:week|month|year|quarter|\w+day))|are your|can this)
  are you (?:an? )?(?:ai|human|real|bot|robot|doctor|person)
  (?:do|does) (?:you|my data|this|it) (?:send|leave|share|store|upload|leaves)
  (?:give|show) me (?:some )?examples
  help me (?:use|understand) (?:this|you|the app)
`

/** Days in a row. */
export const STREAK = said`
  streaks?
  in a row
  consecutive
  run of
  (?:longest|current|logging|my|unbroken) (?:run|stretch|spell)
  on the trot
  (?:days?|nights?|weeks?) straight
  straight (?:days?|nights?|weeks?)
  back to back
  one after (?:the |an)?other
  continuous\w*
  uninterrupted
  days running
  without (?:a |any )?(?:gap|break|missing|missed day|skipping)
  unbroken
`

/** What somebody set out to reach. */
export const GOAL = said`
  goals?
  targets?
  objectives?
  on (?:track|course|schedule|pace|target)\b(?! to (?:be|weigh))
  my aim
  aim(?:ing)? (?:for|to)
  am i aiming
`

/** What is logged and what is not. */
export const LOG = said`
  do i (?:still )?(?:have|need) to (?:log|record|enter|track)
  (?:what|which|anything|something)\b.*\b(?:to|should i|do i (?:still )?(?:need|have) to|must i|can i|left to|could i|have i not|did i not|have not i|need to|should be|still) (?:still )?(?:be )?(?:log|logged|record|recorded|track|tracked|enter|entered|measure|fill in|note)
  (?:(?:did|have) i|(?:did|have) not i|what have not i|i have not|i did not) (?:already |not |forgotten to |forget to |yet )?(?:log|logged|record|recorded|track|tracked|enter|entered)
  (?:what|anything|something) (?:is |am i |are |data )?(?:still )?(?:missing|not logged|unlogged|left out)
  forg[eo]t(?:ten)? to (?:log|record|enter|track)
  ^(?:log|record|enter|add|track)(?: (?:my|some|a|something|today|value|the|weight|steps|sleep|calories|protein|mood|for|now|entry|data|this|morning|day))*$
  (?:am i|is|are) missing
  what (?:have|did) i (?:logged|log|recorded|record|track|tracked)
  what (?:should|shall|do|can|could) i (?:still )?(?:log|record|track|enter)
`

/** What to do. */
export const NEXT = said`
  what (?:should|can|could|shall|do|might|would) (?:i|you)(?: \w+)? (?:do|try|change|improve|work on|focus|suggest|recommend|advise|tackle|be doing)\b(?! (?:you|on \w+day|yesterday|last))
  what (?:is )?(?:next(?! (?:week|month|year|quarter|\w+day))|to (?:try|do|change|improve|focus on|work on))
  next steps?
  i (?:can|could|should) (?:improve|change|try|work on)
  suggest\w*
  recommend\w*
  advi[cs]e
  tips?(?! the)
  ideas?(?! (?:what|why|how|when|if))
  tweaks?
  (?:one|single) (?:habit|thing|small change|change|small thing)
  have me (?:do|try|work on|change|start)
  what (?:all )?i (?:should|could|can|must) (?:do|try|change)
  what .*\bshould i (?:work on|do (?:to|for)|try|change)
  how (?:can|could|should|do|might|may|would|to) (?:i )?(?:\w+ ){0,5}(?:more|less|better|longer|earlier|fitter|higher|lower)
  how (?:can|could|should|might) i (?:\w+ ){0,4}(?:up|down|squeeze|fit in|bring|cut|push|stop)
  how (?:can|do|could|should|might|would|to) (?:i )?(?:improve|sleep|walk|get|increase|lose|gain|lower|raise|eat|reach|feel|boost|be|reduce|become|raise)
  how to (?:improve|sleep|walk|lose)
  experiments?
  trials?
  something to try
  worth trying
  where (?:should|can) i (?:start|focus|improve)
  help me (?:improve|sleep|lose|walk|get|with my|be)
  coach me
  motivat\w*
  what (?:would|could|might|may|will) help
  room for improvement
  try (?:next|now|today|this week|tomorrow|out|instead|something|anything)
`

/** On how many days. */
export const COUNT = said`
  how often
  how frequently
  how many of (?:the|my|these|those)
  how much (?:days|nights|times)
  tally
  how many (?:workdays|weekdays)
  ^(?:my |all |the )?(?:days|nights|mornings) (?:over|under|above|below|with|of|at least|when|where|i)
  (?:number|count|amount|no) of (?:the |my )?(?:days|nights|times)
  count (?:the |my )?(?:days|nights)
  (?:percent|percentage|share|fraction|proportion|%) of (?:the |my |all )?(?:days|nights|time)
  on (?:what|how many) days
`

/** What will be. */
export const FORECAST = said`
  (?:forecast\w*|predict\w*|projections?|projected|outlook|prognosis)
  (?:expect(?:ed)?|expecting)\b(?!.*\blast\b)
  (?:will|shall) (?:i|my|it|the|we)
  (?:am|is|are) (?:i|my [\w ]+|it) (?:\w+ )?(?:going to|likely to|heading|gonna)
  at (?:this|the current|my current) (?:rate|pace)
  where (?:am i|is my \w+) (?:heading|going|headed)
  when (?:will|can|could|do|might|would|am|shall) i (?:finally )?(?:reach|hit|get|weigh|be|down|below|under|[\d.]+ (?:kg|kilos|lbs|pounds|st|stone))
  (?:what|which) (?:date|day) (?:will|can|could|do|might|would|am|shall) i
  if i (?:keep|carry|go) (?:\w+ ){0,3}(?:going|this|on|it up|like this)
  how long (?:until|till|before|to (?:reach|get))
  in the future
  ahead
`

/** What is worth attention. */
export const RISK = said`
  risks?
  risky
  warnings?
  warn
  concern\w*
  worr(?:y|ied|ying|ies|isome)
  (?:red )?flags?
  danger\w*
  alarm\w*
  needs? (?:my )?attention
  pay attention
  worth (?:my )?attention
  problems?
  anything (?:wrong|bad|off)
  is (?:everything|all|something) (?:ok|okay|fine|alright|all right|wrong|off|good)
  watch out
  look out
  careful (?:about|with|of)
  bad signs?
  dodgy
  (?:keep|have) an? (?:close )?eye
  look(?:s|ing)? (?:bad|off|wrong|funny|fishy|alarming)
  in trouble
  issues?
  should i be (?:careful|afraid|alarmed)
`

/** What goes with what. */
export const WHY = said`
  why
  matters?
  reasons?
  caus(?:e|es|ed|ing)
  because
  affect\w*
  influenc\w*
  impact\w*
  effects?
  relat(?:e|es|ed|ion\w*)
  link(?:s|ed)?
  correlat\w*
  connect\w*
  associat\w*
  patterns?
  depends?
  go(?:es)? (?:together )?with
  go together
  explain\w*
  findings?
  insights?
  discover\w*
  what (?:drives|determines|is (?:driving|making|behind|ruining)|drove|makes|helps|hurts|ruins|improves|boosts|made|drove|lowers|raises)
  how comes?
  what(?:ever)? (?:all )?(?:things? )?(?:has |have |is |are )?(?:made|makes?|making|keeps?|caused|messes|spoils|wrecks|triggers)
  mess(?:es|ed|ing)? (?:with|up|w)
  (?:to|something) do with
  in common
  coincid\w*
  to blame
  contribut\w*
  factors?
  triggers?
  depend\w*
  com(?:es?|ing) (?:it )?(?:from|that)
  what (?:is|was) behind
  makes? (?:me|my|any|a)
  play(?:s)? (?:a )?(?:role|part)
  have (?:you )?(?:found|noticed|learned|learnt|spotted)
  you (?:found|find|notice\w*|learn\w*|spot\w*) 
`

/** One thing beside another. */
export const COMPARE = said`
  compar\w*
  vs
  versus
  contrast
  differences? between
  (?:differ|different|difference) (?:from|to|than)
  as (?:much|many|well|good|long|active|high|low|often|bad) (?:\w+ )?(?:\w+ )?as
  (?:usual|normal|typical|average) for me
  than (?:now|today|currently|usual|normal|average|before|i (?:usually|normally)|the (?:week|month|year|day|one|period|previous|average)|last|on|in|my (?:usual|normal|average)|typical)
  against
  (?:is|was|are|were) (?:that|it|this|yesterday|today|last \w+|this \w+|my [\w ]+?) (?:\w+ )?(?:normal|usual|typical|unusually \w+)
  beside
  relative to
  next to
  (?:measure|stack)s? up
  than (?:mondays|tuesdays|wednesdays|thursdays|fridays|saturdays|sundays|weekdays|weekends|(?:the|my) others?|at|during|\d{4})
`

/** What is not as it was. */
export const CHANGE = said`
  chang(?:e|es|ed|ing)
  what is (?:new|different)
  (?:has|have) (?:anything |something |\w+ )?been different
  (?:anything|something) (?:been )?different
  different (?:lately|recently|now|these days|with me)
  out of (?:the )?(?:normal|ordinary|usual)
  (?:anything|something|what|is there anything|everything) (?:new|different|unusual|odd|strange|weird|special|interesting|remarkable|notable)
  unusual
  ordinary
  odd
  strange
  weird
  anomal\w*
  st(?:ood|and|ands) out
  outliers?
  shifted
  (?<!(?:night|day|late|early) )shifts?
  (?:what|anything) (?:has |have |is )?(?:happened|happening|going on|moved)
  noteworthy
  news
  surpris\w*
`

/** Which way something goes. */
export const TREND = said`
  trend\w*
  up or down
  (?:go(?:ing|ne|es)?|com(?:e|es|ing)|head(?:s|ed|ing)?) (?:up|down)
  went (?:up|down)
  (?:rising|rise|rises|rose|risen|falling|fell|fallen|climb\w*|sinking)
  increas\w*
  decreas\w*
  declin\w*
  drop(?:s|ped|ping)?
  improv(?:e|ed|ing|ement|ements)
  progress\w*
  direction
  (?:gain|gained|gaining|lost|losing|lose|put on|shed) (?:any |some |more |much )?(?:weight|kg|kilos|pounds|muscle|fat|lbs)
  (?:upward|upwards|downward|downwards)
  stable
  plateau\w*
  creep\w*
  slip(?:s|ped|ping)
  slid(?:e|es|ing)
  drift\w*
  worsen\w*
  slope
  trajector\w*
  which (?:way|direction)
  on the (?:rise|up|decline|way (?:up|down))
  (?:always|ever|more and|less and) (?:more|less)
  becom(?:e|es|ing)
  tick(?:ed|ing|s)? (?:up|down)
  gradual\w*
  pick(?:ed|ing) up
  steady
  getting (?:\w+ )?(?:better|worse|higher|lower|longer|shorter|heavier|lighter|more|less|fitter|brighter|slimmer|thinner|fatter|bigger|smaller|happier|up|down|enough)\b(?!.*\benough\b)
  (?:am i|have i been|is my|are my|have my|has my) [\w ]*\b(?:better|worse|more|less|heavier|lighter|longer|shorter)
  over time
  develop\w*
  evol(?:ve|ved|ving|ution)
  (?:am i|been) (?:losing|gaining)
  did i (?:lose|gain)
  how much (?:weight )?(?:have|did) i (?:lost|lose|gained|gain|put on)
  falling off
`

/** How things stand. */
export const OVERVIEW = said`
  how (?:am|was|is|are|were|did|have|has) (?:i|it|my|the|things|everything|this|last|we|that|your)\b(?: (?:doing|going|been|do|week|month|day|year|health|stats|numbers|look\w*|overall|things|recent\w*|last \w+|this \w+|data|progress\w*|everything|today|yesterday|past \w+|weekend))
  how (?:was|were|is|are|did) (?:last|this|the|yesterday|today|my (?:last|past|week|month|day|year|weekend))
  summar\w*
  overview
  status
  recap
  report
  review
  how (?:is|are) (?:it|things) going
  how (?:are|is) (?:things|everything|it all|life)$
  check[ -]?in
  dashboard
  highlights?
  big picture
  sum (?:it |that |everything )?up
  my (?:stats|numbers|data|health|week|month|day)
  am i (?:doing|ok|okay|alright|good|fine)
  doing (?:ok|okay|well|good|fine|so far)
  bring me up to date
  catch me up
  give me (?:the|an|a) (?:summary|update|overview|rundown|digest)
  update
  (?:how|where) (?:do )?i (?:do|look|stand)
  how i am doing
  how i (?:did|was)
  in general
  all in all
  on the whole
  been like
  account of
  resume
  how (?:last|this|my) (?:week|month|year|weekend|quarter) (?:went|was|is|has)
  how (?:does|do) (?:it|things|everything|i|this|last) (?:all )?(?:look|go|stand)
`
