/**
 * The words that decide what a question asks. A word that is none of them and no everyday word is taken for the one of them
 * that it was most likely meant to be; of two as near, the one that stands first.
 */
export const LEXICON: readonly string[] = `
yesterday today tomorrow week weeks month months year years day days night nights weekend weekends weekday weekdays morning
monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays
january february march april may june july august september october november december spring summer autumn winter quarter
last this next past previous since between before after during until recently lately currently usual usually normal normally
average averages mean median total sum minimum maximum highest lowest most least fewest best worst longest shortest heaviest
lightest happiest record peak biggest smallest top better worse
compare compared comparison versus against than difference different changed change changes changing unusual strange happened
trend trends trending progress progressing improving improve improved increase increased increasing decrease decreased decreasing
declining dropped dropping rising falling gained gaining losing stable plateau direction
streak streaks consecutive row goal goals target targets course track objective reach reached challenge challenges
forecast forecasts predict predicted prediction predictions projection outlook expect expected heading
risk risks warning warnings worry worried worrying concern concerned concerns problem problems attention danger dangerous wrong
log logged logging track tracked tracking record recorded recording enter missing forgot
suggest suggestion suggestions recommend recommendation advice tips experiment experiments trial trials
why reason reasons cause causes because affect affects influence influences impact effect related relate relationship linked link
correlate correlated correlation connected connection associated pattern patterns explain depend depends findings insights
often many much times percent percentage share under over above below least exceed exceeded exactly
summary summarise summarize overview status doing going report review recap
help hello thanks thank morning evening afternoon
doctor diagnose diagnosis diabetes cancer depressed depression anxiety disease disorder symptoms symptom insomnia apnea apnoea healthy
unhealthy overweight underweight obese sick pregnant hypertension thyroid headache headaches dizzy fever
medication medications medicine medicines pills tablets dose dosage supplement supplements vitamin vitamins melatonin ibuprofen
paracetamol aspirin antidepressants antidepressant insulin ozempic prescription
suicide suicidal emergency ambulance overdose overdosed unconscious breathe breathing stroke myself
steps walked walking sleep slept sleeping asleep weight weigh weighed weighing calories calorie protein mood feeling
hours pounds kilos kilograms grams stone
start begin today's appreciate creeping usually weather ordinary straight
`
  .trim()
  .split(/\s+/)

/**
 * Everyday words that are themselves, and never a slip in one of the others. Only those that could be taken for one: none of the
 * others, and none of less than four letters. In the order of letters, in which they take the least room.
 */
export const EVERYDAY: ReadonlySet<string> = new Set(
  `
able about again alcohol almost along also always another anything around away beat become been began book bring burn call
cannot capital case cats chance chances charge charged check chest clause climb close coach come coming company could counted
cream cups daily data date dear decent does done double down dream drink drop dying each eight even ever every everything face
family feed fell fewer film find first flight forget fourth france friend from fuel full further gain game gave general
getting give glasses goes gone good grass great half happen happens have having health heart heights held hell here high
higher hitting hope hour hurt hurts idea ideas into itch itself join joke just keep kept kill kind kinds know lady late left
less life like likely line list little live long longer look looking lose lost love lower lunch made make makes match matter
meal meaning means meant meat meet metal might milk mine miss mission moment monthly moon more mouth mouths movie must name
near neat need needed never nightly note nothing number numbers only order other overall pain part pass path perfect pick
picture pill plate please poem pool post present president protest questions quick rain rash rate rather react read reading
real really recipe resume right rise running safe said sale same says school score seasons second seems send seven shake shape
shared sharing sharp sheep shift shifts shirt shoes shoot shore shorter should shout show side silk sing single sink sister
sleet smaller sock some someone something song sort sport sports stage stand stars started starts stated states stats stay
steep stepping stick still stop stops store stream streets string sugar sure take taken taking talking tall tell tend tends
that their then there these thin thing things think third those three through till together tonight took town trail training
tried trips trying turn type typical useful value values very waiting wake wall want warm watch water weak wealthy weather
weekly weird well went were what whatever when where whether which while whole wife will winner wise with without work working
works world would write yeah your
`
    .trim()
    .split(/\s+/),
)

/** Slips that are further from the word than letters can tell, and what is written in short. */
export const MEANT: Readonly<Record<string, string>> = {
  heartrate: 'heart rate',
  bout: 'about',
  frist: 'first',
  thankyou: 'thank you',
  mornin: 'morning',
  enuf: 'enough',
  kinda: 'kind of',
  whats: 'what is',
  hows: 'how is',
  wheres: 'where is',
  whens: 'when is',
  im: 'i am',
  ive: 'i have',
  ill: 'ill',
  id: 'i would',
  didnt: 'did not',
  dont: 'do not',
  doesnt: 'does not',
  havent: 'have not',
  hasnt: 'has not',
  wasnt: 'was not',
  cant: 'can not',
  cannot: 'can not',
  isnt: 'is not',
  wont: 'will not',
  wanna: 'want to',
  gonna: 'going to',
  gimme: 'give me',
  lemme: 'let me',
  lst: 'last',
  nxt: 'next',
  mnth: 'month',
  mnths: 'months',
  nite: 'night',
  nites: 'nights',
  slpt: 'slept',
  wknd: 'weekend',
  wat: 'what',
  wy: 'why',
  hwy: 'why',
  whyy: 'why',
  y: 'why',
  wut: 'what',
  hw: 'how',
  hwo: 'how',
  hwat: 'what',
  waht: 'what',
  wht: 'what',
  teh: 'the',
  mi: 'my',
  u: 'you',
  r: 'are',
  ur: 'your',
  pls: 'please',
  plz: 'please',
  thx: 'thanks',
  thnx: 'thanks',
  tks: 'thanks',
  ty: 'thanks',
  yday: 'yesterday',
  yest: 'yesterday',
  tmrw: 'tomorrow',
  tmr: 'tomorrow',
  tomo: 'tomorrow',
  '2day': 'today',
  '2moro': 'tomorrow',
  wk: 'week',
  wks: 'weeks',
  mth: 'month',
  mths: 'months',
  yr: 'year',
  yrs: 'years',
  avg: 'average',
  avrg: 'average',
  ave: 'average',
  max: 'maximum',
  min: 'minimum',
  w: 'w',
  hrs: 'hours',
  hr: 'hr',
  mins: 'minutes',
  diff: 'difference',
  compair: 'compare',
  dayly: 'daily',
  tues: 'tuesday',
  thur: 'thursday',
  thurs: 'thursday',
  weds: 'wednesday',
  jan: 'january',
  feb: 'february',
  mar: 'march',
  apr: 'april',
  jun: 'june',
  jul: 'july',
  aug: 'august',
  sep: 'september',
  sept: 'september',
  oct: 'october',
  nov: 'november',
  dec: 'december',
  xmas: 'christmas',
}
