import { alternatives, said } from './pattern.ts'

/** What is dangerous, or for a doctor: looked for before everything else, because it is dangerous to miss. */

/** Illnesses and other conditions, which nobody is told they have. */
const CONDITION = alternatives`
  (?:pre)?diabet\w*
  cancer\w*
  tumou?r\w*
  depress\w*
  anxiety
  adhd
  autis\w*
  bipolar
  apnoea
  apnea
  insomnia\w*
  hypertension
  an[a]?emi\w*
  thyroid\w*
  covid\w*
  flu
  influenza
  illness\w*
  infect\w*
  diseases?
  disorders?
  syndrome
  arrhythmia
  afib
  asthma
  pregnan\w*
  migraines?
  anorexi\w*
  bulimi\w*
  obese
  obesity
  overweight
  underweight
  narcolep\w*
  pcos
  menopaus\w*
  celiac
  dementia
  burnout
  burn out
  burned out
  malnutrition
  heart (?:disease|failure|condition)
  kidney\w*
  liver
  virus
`

/** Danger to life, one's own or another's. */
export const CRISIS = said`
  kill(?:ing|ed)? (?:my|him|her|them)? ?self
  (?:will|would|going to|wants? to|tried to|threatened to) kill me
  (?:kill|hurt|harm|shake) my (?:\w+ )?(?:kids?|child|children|baby|son|daughter|wife|husband|partner)
  care if (?:it|this|that|i) (?:kills?|dies?)
  suicid\w*
  end(?:ing)? (?:it all|my life|it)
  i can not go on
  can not (?:do this|take it|take this) anymore
  ^(?:an? |it is an )?emergency
  (?:want|wish|going) (?:to die|i (?:was|were) dead)
  (?:do not|not) want to (?:live|be alive|be here|wake up|go on)
  self[ -]?harm\w*
  (?:hurt|hurting|harm|harming|cut|cutting|burning) (?:my|him|her|them)self
  (?:burn|burning|cut|cutting|slit|slitting) my (?:arms?|wrists?|legs?|skin|thighs?)
  might do to myself
  better off (?:dead|without me|if i)
  (?:i|me) (?:was|were|am|be|being) dead(?! tired)
  no (?:reason|point) (?:to|in) (?:live|living|stay|going on|go on|get up|be here|anything)
  (?:do not|can not|not) see (?:the|any|a) point(?: any ?more| in (?:going on|anything|life|living)|$)
  point (?:of|in|to) (?:living|life|being alive|going on)
  (?:will not|not) be (?:here|around) (?:any more|anymore|next week|tomorrow|much longer)
  (?:nobody|no one) would (?:even )?(?:notice|care|miss)
  if i (?:was|were|am) gone
  tired of (?:being alive|living|life|existing)
  (?:and|to|want to|would|just) (?:not|never) wake up(?! (?:at|in|during|early|so|too|before|tired|with|until|several|all|\d))
  (?:rather|want to) (?:die|be dead)
  never been born
  (?:want|wish) (?:it|everything|this) (?:all )?to (?:stop|end|be over)
  unaliv\w*
  ^kms$
  (?:want to|going to|gonna|might|will) kms
  painless\w*
  lethal\w*
  (?:goodbye|suicide|final) (?:letters?|notes?)
  hearing from me again
  me goodbye
  (?:mixed|swallowed) .*on purpose
  lined up in front
  ha(?:s|ve) a gun
  take my (?:own )?life
  chest (?:pain|pains|hurts|tightness)
  pain in (?:my|the) chest
  my chest (?:hurts|is tight)
  heart attack
  (?:can not|not able to|hard to|trouble|difficulty|struggling to) breath\w*
  having a stroke
  had a stroke
  stroke symptoms
  overdos\w*
  (?:bottle|packet|pack|box|handful|lot) of (?:\w+ )?(?:pills|tablets|paracetamol|ibuprofen|aspirin|meds|medication|antidepressants|bleach)
  seizures?
  convuls\w*
  lips are blue
  turn(?:ed|ing) blue
  (?:will|would|does|can) not wake up
  droop\w*
  slurr\w*
  worst headache
  can not see (?:out|from|anything)
  heart is racing
  (?:going|about) to (?:faint|pass out|collapse)
  keep (?:passing out|fainting)
  pass(?:ed|ing) out (?:again|and)
  blood sugar is (?:\d+|very|too|really|low)
  (?:took|taken|take|swallowed) (?:\w+ ){0,2}too many
  too many (?:\w+ )?(?:pills|tablets|meds|painkillers)
  unconscious
  not breathing
  bleeding (?:heavily|badly|a lot)
  (?:lot of|losing) blood
  anaphyla\w*
  ambulance
  (?:an|is|medical) emergency
  emergency (?:number|services|room)
  collapsed
  coughing (?:up )?blood
`

/** Medicines, doses, supplements. */
export const MEDICATION = said`
  medicat\w*
  medicines?
  meds
  pills?
  tablets?
  drugs?
  doses?
  dosage
  prescri\w*
  ibuprofen
  paracetamol
  acetaminophen
  tylenol
  aspirin
  melatonin
  ozempic
  wegovy
  semaglutide
  mounjaro
  metformin
  insulin
  statins?
  antidepress\w*
  ssri\w*
  sertraline
  prozac
  zoloft
  xanax
  valium
  zolpidem
  ambien
  beta blockers?
  antibiotics?
  supplements?
  vitamins?
  creatine
  magnesium
  omega
  steroids?
  testosterone
  laxatives?
  adderall
  ritalin
  painkillers?
  antihistamine\w*
  cbd
  fat burners?
  levothyroxine
  zopiclone
  \w{4,}(?:azepam|azole|pril|sartan|oxetine|mycin|cillin|olol|triptan)
  cannabis
  thc
`

/** What somebody has, and what it means for their health. */
export const DIAGNOSIS = said`
  diagnos\w*
  symptoms?
  (?:what is|something|anything|something is) wrong with (?:me|my (?:body|health|heart|brain))
  (?:think|say|mean)s? (?:that )?i am (?:\w+ )?(?:sick|ill|unwell|healthy|unhealthy)
  am i (?:\w+ )?(?:sick|ill|unwell|healthy|unhealthy|dying|normal|fit enough|too (?:fat|thin|skinny|heavy))
  (?:is|are|was) (?:it|that|this|my [\w ]+?) (?:\w+ )?(?:healthy|unhealthy|dangerous|harmful|bad for me|life threatening)
  is my (?:heart|body|brain|liver|kidney|lung|thyroid|blood)\w* (?:ok|okay|fine|normal|healthy|failing|bad)
  do i (?:have|need) (?:a |an )?(?:${CONDITION}|doctor|surgery|operation|blood test|treatment)
  ${CONDITION}
  is it normal (?:to|that)
  should i (?:see|call|visit|talk to|go to) (?:a |the |my )?(?:doctor|gp|physician|specialist|hospital|therapist|psychiatrist)
  (?:un)?healthy
  headaches?
  dizz\w*
  fever
  nausea
  nauseous
  vomit\w*
  rash
  lump
  fainted
  fainting
  palpitations
  back pain
  stomach (?:ache|pain)
  (?:my|have|having) [\w ]*(?:hurts?|pain|aches?)
  blood (?:pressure|test|sugar) (?:ok|high|low|normal|fine|too)
  life expectancy
  how long will i live
  will i die
  medically
  swell(?:s|ing)?
  swollen
  fractur\w*
`
