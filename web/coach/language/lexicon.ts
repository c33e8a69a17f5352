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
start begin today's
`
  .trim()
  .split(/\s+/)

/**
 * Everyday words that are themselves, and never a slip in one of the others. Only those that could be taken for one: none of the
 * others, and none of less than four letters. In the order of letters, in which they take the least room.
 */
export const EVERYDAY: ReadonlySet<string> = new Set(
  `
able about active activity again alcohol almost alone along already also always among another anybody anyone anything around
asked avenue away back badges bear beat became become been beer began being believe bike bills bleeding boat body book books
both bought bound bread breakfast bright bring broke build built burn burned busy cake call came camp cannot capital card care
case casual catch categories cats chance chances charge charged cheap check cheese chest chicken child choose church city class
clause clean clear climb clock close cloth cloud coach coast coffee cold color colour come coming company complain cook cool
corner cost could count counted counting counts couple cover cream cross crowd cups curve cycling daily data date dates dead
deal dear death decent deep defect degree desk device dinner dish disk does dogs done double doubt down downs drank draw dream
dress drink drive drop drug drugs dust duty dying each early earn east easy eaten eating edge eight either eleven else email
empty enemy energetic energy enjoy enough entire equal error especially even event ever every everyone everything exact exam
exercise exhausted extra face fact fail fair faith fall fallen family farm fast fault fear feed feel fell felt fence field
fifteen fifth fifty fight film final find fine fire first fish fitness five flat flight floor flow flower food foot force forest
forget fork form formal forty found four fourth france fresh friend friends from front fruit fuel full gain game garden gate
gave general gets getting gift girl give given glad glass glasses goes gold gone good grass gray great green grey ground group
grow growing grown guess guest guide hair half hall hand hang happen happy hard have having head heads health hear heart heavier
heavy height heights held hell here hers hide high higher hill hills hitting hold hole holiday home hope horse hotel hour house
however huge human humor hundred hunt hurry hurt hurts idea ideas important inch instead into iron island issue itch itself
jogged join joke jokes judge juice jump just keep kept kick kill kind kinds king kiss kitchen knee knew knife know lack lady
lake land language large late later lead leaf learn leave left lemon lend less letter level levels life lift light lighter
lights like likely line lion lips liquid list little live lives loan local lock logic long longer look looked looking loose lose
lost loud love lower luck lunch machine made magic mail main major make makes manage mark market marry mass master match matter
maybe meal meat medium meet metal middle might milk mind mine minor minute minutes miss mission model modern moment money
monthly moods moon more mother motion mountain mouth mouths move moved movie music must nail name narrow nature near nearly neat
neck need needed neither nerve never news nightly nine ninety noise none north nose note nothing novel number numbers nurse
office okay once only open order organ other others owner pack page pain paint pair paper parent park part party pass path
patient pause peace pencil penny people pepper perfect perhaps period person phone phrase piano pick picture piece pill pilot
pink pipe place plain plan plane plant plate play player please plenty pocket poem poet point police polite pool poor possible
post power pray president press pretty price pride print prize proof protest proud public pull pupil pure push python question
questions quick quiet quit quite race radio rain raise range rank rare rash rate rather react read ready real really rear recipe
refer region regular rent repair reply rest rested reward rewards rice rich ride right ring rise risen river road rock role roll
roof room root rope rose rough round royal rule running rush safe said sail salad sale salt same sand sauce says scene school
science score scored scores season seasons seat second secret seed seek seem seems seen sell send sense sent series serve seven
several shake shall shape shared sharing sharp sheep shelf shift shifts shine ship shirt shock shoe shoes shoot shops shore
shorter should shoulder shout show showed showing shows shut side sight silk silver sing single sink sister sixty size skin skip
skipped skirt sleepy sleet slip slips slow slower slowly small snack snacks social sock soft some someone something song soon
sorry sort sound sounds speak speed spoke sport sports staff stage stairs stand stands stars started starting starts state
stated states stats stay stayed staying stays steady steam steep step stick still stock stop stopped stops store stored stories
storm story stream street streets stress stressed string study style such sugar suit sure swam sweet swim table tails take taken
taking talk talked talking tall taste tasty teach team tears teeth tell tend tends tense test tests text that their them then
there these they thick thin thing things think third thirty those though thought thousand three through throw tight till time
tiny tired title together told tonight took touch tough tour toward town trade trail train training travel treat tree tried
trips true trust truth trying tune turn twelve twenty twice type typical typically unit upon upper upset used useful user value
values varies vary very view visit voice vote wage wait wake walk wall want wanted warm wash waste watch water wave weak wealthy
wear weather weekly weird well went were west what whatever wheel when whenever where whether which while white whole whose wide
wife wild will wind wine winner wise wish with within without woke woman women wood word words work worked working workout works
world would write wrote yeah yearly yellow yoga young your yours youth zero
`
    .trim()
    .split(/\s+/),
)

/** Slips that are further from the word than letters can tell, and what is written in short. */
export const MEANT: Readonly<Record<string, string>> = {
  heartrate: 'heart rate',
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
