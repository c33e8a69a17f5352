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
start begin today's appreciate creeping usually weather heavily medical mornings largest resting meditation ordinary straight
`
  .trim()
  .split(/\s+/)

/**
 * Everyday words that are themselves, and never a slip in one of the others. Only those that could be taken for one: none of the
 * others, and none of less than four letters. In the order of letters, in which they take the least room.
 */
export const EVERYDAY: ReadonlySet<string> = new Set(
  `
beat began bleeding call case cats chance chances charge charged clause company counted does done drooping dying feed fell
fewer forget fuel further grass happens health hearing heights held hell hour kill killing kills lady letter letters line
lined list looking lost match meal meaning means meant meat metal miss mission monthly moon more mouth mouths movie must neat
nightly overall part pass perfect pill pool post present protest react reading rise sale seasons shake shape shared sharing
sharp sheep shirt shoot shore shorter shout silk sink sleet smaller sock sort sport stage stars starting starts stated states
statins stats steep stepping stick stop stops store stream streets string talking tend tends that then thin think trail
training tried trips waiting wake wall weak wealthy whether winner working yeah
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
