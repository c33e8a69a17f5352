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

/** Everyday words that are themselves, and never a slip in one of the others. */
export const EVERYDAY: ReadonlySet<string> = new Set(
  `
a able about again ago all almost alone along already also always am among an and another any anybody anyone anything are around as
ask asked at away back bad be became become been bed began being believe big bit body both bring but by call came can cannot care
check coach come coming cool could couple data date dates dead did die do does done down each early eat eaten eating either
else end enough entire especially even ever every everyone everything fact far fat feel felt few find fine first fit fitness fix
for form found four five friend from full fun game gave general get gets getting give given go goes gone good got great grow
guess had half happen happy hard has have having he health hear heart heavy held her here hers hi hey high him his hit hold home hope
hour house how however i idea ideas if important in instead into is issue it its itself job just keep kept kind kinds knew know
large late later learn leave left less let level levels life light like likely line list little live lives long look looked looking
lot love low made make makes man matter maybe me meal mean meet met mid might mind mine minute minutes more moved much must my
name near need needed never new news no none nor not note nothing now number numbers of off ok okay old on once one only open or
other others our out own part people per perhaps period person place plan please point possible pretty put question questions
quite ran rate rather read ready real really rest right run running said same sat saw say says second see seem seems seen sense
set several shall she should show showed side sit six small so some someone something soon sort still stop stopped sure take
taken taking talk tell ten test that the their them then there these they thing things think third those though thought three through
till time to together told tomorrow tonight too took toward tried true try trying turn two up upon us use used very view wait wake
walk want wanted was water way we well went were what whatever when whenever where whether which while who whole whose will wish
with within without woke word words work worked working works would write yeah yes yet you young your yours zero
eight seven nine eleven twelve fifteen twenty thirty forty fifty sixty ninety hundred thousand
weird odd busy stress stressed energy energetic tired exhausted sleepy food ate drink drank coffee alcohol beer wine cups glasses
active activity exercise workout gym bike cycling swim yoga heavier lighter
average meet hitting lower higher lowest longer shorter gain lose lost drop rise rose fall fell fallen ups downs
heads tails story weather joke jokes movie music song capital france president python recipe cook news stock price
pain hurts hurt chest kill dying cut bleeding pill drug drugs mine stay states steady stats
stand stands typical typically daily nightly weekly monthly yearly itch rash steep sleet slip slips stops stairs stars steam shops weak wear west
meat moon moods wood might light lights right fight sight bright height heights tall friends tend tends street streets stream post part fast beat
test tests rest rested hotel avenue charge charged chance chances company breakfast lunch dinner categories stories protest office rice disk sorry
marry dog jogged hell held talk talked talking worked wall sheep text neat device trips lips trail mouth mouths north dear hear bear tears match
watch tune string winner later water clause season seasons complain like pink line perfect defect formal casual decent mission reward rewards badges
nose bills hills kick pick sock wealthy grown growing show shows showing stay stays stayed staying start started starts starting state stated
sound sounds round ground found bound count counts counted counting score scored scores store stored speed speak spoke share shared sharing shape
shift shifts skip skipped slow slower slowly small snack snacks social soft sport sports staff stage step steps stick storm study style such sugar
suit sweet swim swam table tasty taste teach team tense thick thin think thirty throw tight tiny title top touch tough tour town track trade train
training travel treat tree trust truth twice type under unit until upper upset useful user value values vary varies visit voice vote wage
warm wash waste wave wet wheel white wide wife wild wind wine wise woman women wrote yellow youth bought bring broke build built burn burned
buy cake camp card care case catch cheap cheese chicken child choose church class clean clear climb clock close cloth cloud coast cold color
colour cook corner cost cover cream cross crowd cry cup curve deal death deep degree desk dish double doubt draw dream dress drive drop dry due
dust duty ear earn east easy edge egg eight empty end enemy enjoy enter equal error event exact exam extra eye face fail fair faith fall family
farm fault fear feed fence field fifth film final fire fish flat flight floor flow flower fly foot force forest forget fork fourth fresh front
fruit fuel garden gas gate gift girl glad glass gold grass gray green grey group guest guide hair hall hand hang hat head hide hill hole holiday
horse huge human humor hunt hurry ice inch iron island join joy judge juice jump key king kiss kitchen knee knife lack lady lake land language
lead leaf leg lemon lend letter lie lift lion lip liquid loan local lock logic loose loud luck machine magic mail main major manage map mark market
mass master medium metal middle milk minor miss model modern moment money morning mother motion mountain move nail narrow nature nearly neck
neither nerve noise none nor note novel nurse nut oil order organ owe owner pack page paint pair paper parent park party pass path patient pause
peace pen pencil penny pepper phrase piano picture piece pilot pipe plain plan plane plant plate play player plenty pocket poem poet police polite
pool poor pot power pray press pride print prize proof proud public pull pupil pure push quick quiet quit race radio rain raise range rank rare raw
react real rear red refer region regular rent repair reply rich ride ring risen river road rock role roll roof room root rope rough row royal rule
rush sad safe sail salad sale salt sand sauce scene school science sea seat second secret seed seek sell send sense sent series serve seven sex
shake shall sharp shelf shine ship shirt shock shoot shore shoulder shout shut shy silk silver sing single sink sister size skin skirt sky
teeth shoes shoe bread boat cat dog dogs cats book books car team money world city phone email
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
