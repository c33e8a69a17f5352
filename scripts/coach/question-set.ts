/**
 * Questions of every kind as people write them, with what they ask: intent, metric, days, statistic. `-`: none. A `+` goes on
 * from the question before it. What stands here was checked by hand, the days against a calendar.
 */
export interface Asked {
  readonly question: string
  readonly goesOn: boolean
  readonly intent: string
  readonly metric: string | undefined
  readonly from: string | undefined
  readonly to: string | undefined
  readonly weekdays: string | undefined
  readonly statistic: string | undefined
}

/** Of the days in `steadyDays`: Friday, 27 November 2026. */
export const STEADY_QUESTIONS: readonly Asked[] = read(`
overview | - | 2026-10-30..2026-11-26 | mean | How am I doing?
overview | - | 2026-10-30..2026-11-26 | mean | how am i doing
overview | - | 2026-10-30..2026-11-26 | mean | hows it going
overview | - | 2026-10-30..2026-11-26 | mean | How have I been lately?
overview | - | 2026-10-30..2026-11-26 | mean | give me a summary
overview | - | 2026-10-30..2026-11-26 | mean | sumary please
overview | - | 2026-11-23..2026-11-27 | mean | how was my week
overview | - | 2026-10-01..2026-10-31 | mean | how was last month?
overview | - | 2026-11-23..2026-11-27 | mean | Overview of this week
overview | - | 2026-11-26 | mean | how did I do yesterday
overview | - | 2026-10-30..2026-11-26 | mean | what's my status
overview | - | 2026-10-01..2026-10-31 | mean | recap of october
overview | - | 2026-10-30..2026-11-26 | mean | how are things
overview | - | 2026-11-01..2026-11-27 | mean | how am i doing this month?
overview | - | 2026-10-30..2026-11-26 | mean | tell me how i am doing
overview | - | 2026-10-30..2026-11-26 | mean | show me my stats
overview | - | 2026-10-30..2026-11-26 | mean | weekly report
overview | - | 2026-10-30..2026-11-26 | mean | am i doing well
change | - | 2026-11-20..2026-11-26 | - | What changed?
change | - | 2026-11-20..2026-11-26 | - | what has changed lately
change | - | 2026-11-20..2026-11-26 | - | anything new?
change | - | 2026-11-23..2026-11-27 | - | anything unusual this week?
change | - | 2026-11-01..2026-11-27 | - | what's different this month
change | - | 2026-11-20..2026-11-26 | - | did anything stand out
change | - | 2026-11-20..2026-11-26 | - | waht chnaged recently
change | weight | 2026-11-20..2026-11-26 | - | has my weight changed
change | sleep | 2026-11-20..2026-11-26 | - | how did my sleep change
change | - | 2026-11-20..2026-11-26 | - | any strange days?
change | - | 2026-11-20..2026-11-26 | - | whats new
why | sleep | 2026-11-23..2026-11-27 | - | why was i tired this week?
why | mood | - | - | Why is my mood low
why | sleep | - | - | what affects my sleep?
why | coffee | - | - | does coffee affect my sleep
why | sleep | - | - | do I sleep better when I walk more?
why | mood | - | - | what goes with my mood
why | - | - | - | any patterns?
why | steps | - | - | is there a correlation between steps and sleep
why | sleep | - | - | what makes me sleep better
why | mood | - | - | how come my mood dropped
why | steps | - | - | does walking help my mood
why | - | - | - | what patterns did you find
why | sleep | - | - | whats the reason for my bad sleep
why | calories | - | - | relation between calories and weight
compare | - | 2026-11-23..2026-11-27 | mean | compare this week with last week
compare | - | 2026-11-01..2026-11-27 | mean | this month vs last month
compare | steps | 2026-11-23..2026-11-27 | mean | steps this week vs last week
compare | sleep | 2026-10-01..2026-10-31 | mean | did i sleep more in october than in september?
compare | steps | 2026-04-01..2026-04-30 | mean | comprae my steps in march and april
compare | sleep | 2026-11-01..2026-11-27 | mean | is my sleep better than last month
compare | steps | 2026-09-05..2026-11-27/67 | mean | do I walk more on weekends than weekdays
compare | sleep | 2026-09-05..2026-11-27/67 | mean | weekends vs weekdays sleep
compare | - | 2026-11-01..2026-11-27 | mean | how does this month compare to the month before
compare | sleep | 2026-01-01..2026-11-27 | mean | sleep compared to last year
compare | steps | 2026-11-01..2026-11-27 | mean | difference between october and november steps
compare | - | 2026-11-26 | mean | was yesterday normal
compare | steps | 2026-11-26 | mean | how were my steps yesterday compared to usual
compare | calories | 2026-11-23..2026-11-27 | mean | did I eat more this week than last week
value | steps | 2026-11-26 | value | how many steps did I walk yesterday?
value | steps | 2026-11-26 | value | steps yesterday
value | sleep | 2026-11-27 | value | how much did i sleep last night
value | sleep | 2026-11-27 | value | how long did I sleep last night?
value | weight | 2026-03-03 | value | what was my weight on 3 march
value | weight | 2026-03-04 | value | what did i weigh on 2026-03-04
value | weight | 2026-11-24 | value | weight last tuesday
value | sleep | 2026-10-29..2026-11-27 | mean | average sleep last 30 days
value | steps | 2026-11-01..2026-11-27 | mean | what is my average step count this month
value | steps | 2026-11-16..2026-11-22 | mean | avg steps last wk
value | calories | 2026-11-26 | value | how many calories did i eat yesterday
value | steps | 2026-10-01..2026-10-31 | sum | total steps in october
value | weight | 2026-11-26 | value | what's my weight
value | weight | 2026-11-26 | value | what's my current weight?
value | weight | 2026-11-26 | value | how much do I weigh
value | protein | 2026-10-29..2026-11-27 | mean | how much protein do I eat on average
value | sleep | 2026-01-01..2026-11-27 | median | median sleep this year
value | weight | 2026-01-01..2026-11-27 | min | minimum weight this year
value | steps | 2026-06-01..2026-06-30 | max | max steps in june
value | mood | 2026-11-26 | value | what was my mood yesterday
value | sleep | 2026-11-26 | value | how did i sleep
value | sleep | 2026-11-16..2026-11-22 | mean | how did I sleep last week
value | steps | 2026-11-27 | value | steps today
value | steps | 2026-11-27 | value | how many steps have i done today
forecast | steps | 2026-11-28 | - | how many steps tomorrow
value | weight | 2030-01-01 | value | what was my weight on 1 January 2030
value | steps | 2026-11-26 | value | did i reach 10000 steps yesterday
value | sleep | 2026-11-27 | value | did I sleep more than 8 hours last night
value | sleep | 2026-09-05..2026-11-27/67 | mean | average sleep on weekends
value | sleep | 2026-03-01..2026-05-31 | mean | sleep in spring
value | steps | 2026-06-01..2026-11-27 | sum | how many steps since june
value | steps | 2026-03-02..2026-03-08 | sum | steps the week of 3 march
value | steps | 2026-09-28..2026-11-27 | sum | step count for the past two months
value | sleep | 2026-11-27 | value | slep last nigth
value | weight | 2026-11-26 | value | wieght yestarday
value | steps | 2026-11-23 | value | how many stpes did i do on monday
value | coffee | 2026-11-16..2026-11-22 | mean | how much coffee did I drink last week
value | mood | 2026-08-30..2026-11-27 | mean | my average mood in the last 90 days
forecast | mood | 2026-11-28..2026-11-29 | - | mood this weekend
value | sleep | 2026-11-21..2026-11-22 | mean | sleep last weekend
value | calories | 2026-10-29..2026-11-27 | mean | what's my typical daily calorie intake
value | weight | 2026-06-01..2026-08-31 | mean | what was my average weight between june and august
value | protein | 2026-11-15 | value | how much protein on the 15th
count | steps | 2026-10-01..2026-10-31 | count | how many days over 10000 steps last month
count | steps | 2026-10-01..2026-10-31 | count | how many days did I walk more than 10k steps in october
count | sleep | 2025-10-01..2026-11-27 | count | how often did i sleep over 8 hours
count | sleep | 2025-10-01..2026-11-27 | count | how often do I sleep less than 6 hours
count | sleep | 2026-11-01..2026-11-27 | count | how many nights under 7 hours this month
count | steps | 2025-10-01..2026-11-27 | count | on how many days did i reach 8000 steps
count | steps | 2025-10-01..2026-11-27 | count | what percentage of days did I hit 10000 steps
count | mood | 2025-10-03..2026-11-27 | count | how many days with mood of 4 or more
count | weight | 2026-01-01..2026-11-27 | count | how many times did I log my weight this year
count | - | 2025-10-01..2026-11-27 | count | how many days have i logged
count | calories | 2025-10-01..2026-11-27 | count | how many days were my calories below 2000
count | steps | 2025-10-01..2026-11-27 | count | days over 10000 steps
count | protein | 2025-10-01..2026-11-27 | count | number of days with at least 100 g protein
extreme | steps | 2025-10-01..2026-11-27 | max | what was my best day for steps
extreme | mood | 2025-10-03..2026-11-27 | max | best day
extreme | sleep | 2025-10-01..2026-11-27 | min | my worst night
extreme | sleep | 2025-10-01..2026-11-27 | max | when did i sleep the longest
extreme | steps | 2025-10-01..2026-11-27 | max | which day did I walk the most
extreme | steps | 2025-10-01..2026-11-27 | max | top 5 step days
extreme | sleep | 2026-11-01..2026-11-27 | min | worst sleep this month
extreme | mood | 2025-10-03..2026-11-27 | max | best and worst days for mood
extreme | steps | 2025-10-01..2026-11-27 | max | what was my highest step day ever
extreme | weight | 2025-10-01..2026-11-27 | min | when was my weight lowest
extreme | mood | 2026-10-01..2026-10-31 | min | lowest mood days in october
extreme | steps | 2025-10-01..2026-11-27 | max | what is my record for steps
extreme | steps | 2025-10-01..2026-11-27 | max | which weekday do i walk the most
extreme | steps | 2025-10-01..2026-11-27 | max | best week for steps
extreme | sleep | 2026-01-01..2026-11-27 | min | the 3 worst nights this year
trend | weight | 2026-09-04..2026-11-26 | mean | is my weight going down
trend | steps | 2026-09-04..2026-11-26 | mean | what is the trend of my steps
trend | sleep | 2026-09-04..2026-11-26 | mean | am i sleeping better
trend | weight | 2026-09-04..2026-11-26 | mean | am I losing weight?
trend | weight | 2026-09-04..2026-11-26 | mean | how is my weight trending
trend | steps | 2026-09-04..2026-11-26 | mean | are my steps increasing
trend | sleep | 2026-08-28..2026-11-27 | mean | sleep trend last 3 months
trend | weight | 2026-10-01..2026-10-31 | mean | did i lose weight last month
trend | weight | 2026-01-01..2026-11-27 | mean | how much weight have I lost since january
trend | mood | 2026-09-04..2026-11-26 | mean | has my mood improved
trend | sleep | 2026-09-04..2026-11-26 | mean | is my sleep getting worse
trend | weight | 2026-09-04..2026-11-26 | mean | weight progress
streak | - | - | - | what's my streak
streak | - | - | - | how long is my streak
streak | - | - | - | longest streak
streak | - | - | - | sterak
streak | - | - | - | how many days in a row have I logged
streak | steps | 2025-10-01..2026-11-27 | - | how many days in a row did I walk 10000 steps
streak | - | - | - | am i on a streak
goal | - | - | - | how are my goals
goal | - | - | - | am I on track
goal | - | - | - | am i on course for my goal
goal | - | - | - | did I meet my goal today
goal | steps | - | - | set a goal of 9000 steps
goal | steps | - | - | what goal should I set for steps
goal | - | - | - | my goals
goal | - | - | - | how close am i to my target
challenge | - | - | - | any challenges?
challenge | - | - | - | start a challenge
challenge | - | - | - | how is my challenge going
challenge | - | - | - | chalenge
challenge | - | - | - | which challenge should I take
forecast | weight | 2026-11-30..2026-12-06 | - | what will my weight be next week
forecast | steps | - | - | forecast for steps
forecast | weight | - | - | forcast my weight
forecast | weight | 2026-12-11 | - | how much will I weigh in 2 weeks
forecast | sleep | 2026-11-28 | - | predict my sleep tomorrow
forecast | - | 2026-11-28 | - | what can I expect tomorrow
forecast | weight | 2026-12-01..2026-12-31 | - | weight next month
forecast | weight | - | - | when will I reach 70 kg
forecast | weight | - | - | where is my weight heading
forecast | weight | - | - | will i hit 75 kg by christmas
risk | - | - | - | any risks?
risk | - | - | - | is there anything I should worry about
risk | - | - | - | anything wrong?
risk | - | - | - | what needs attention
risk | sleep | - | - | should i be concerned about my sleep
risk | - | - | - | warnings
risk | - | - | - | are there any red flags
log | - | 2026-11-27 | - | what should I log today
log | - | 2026-11-27 | - | what to log
log | - | 2026-11-27 | - | what haven't I logged today
log | weight | 2026-11-27 | - | did I log my weight today
log | - | 2026-11-27 | - | what's missing today
log | steps | 2026-11-27 | - | log 8000 steps
log | sleep | 2026-11-27 | - | I slept 7.5 hours last night
log | weight | 2026-11-27 | - | i weigh 74.2 kg today
log | calories | 2026-11-27 | - | add 2100 calories
log | - | 2026-11-27 | - | what do i still need to log
log | mood | 2026-11-27 | - | log my mood
next | - | - | - | what should I try next
next | - | - | - | what can I do better
next | - | - | - | any suggestions
next | sleep | - | - | how can I improve my sleep
next | - | - | - | give me a tip
next | - | - | - | what next?
next | - | - | - | what should i do
next | - | - | - | any advice for me
next | steps | - | - | how do i get more steps
next | - | - | - | recommend something
help | - | - | - | help
help | - | - | - | what can you do
help | - | - | - | what can I ask you
help | - | - | - | how do you work
help | - | - | - | who are you
help | - | - | - | what do you know
greeting | - | - | - | hi
greeting | - | - | - | Hello!
greeting | - | - | - | good morning
thanks | - | - | - | thanks
thanks | - | - | - | thank you!
thanks | - | - | - | ok great thanks
diagnosis | - | - | - | do I have diabetes
diagnosis | - | - | - | am i depressed
diagnosis | - | - | - | what's wrong with me
diagnosis | - | - | - | is my weight healthy
diagnosis | - | - | - | do I have sleep apnea?
diagnosis | - | - | - | should I see a doctor
diagnosis | - | - | - | I have a headache
medication | - | - | - | should i take melatonin
medication | - | - | - | how much ibuprofen can I take
medication | - | - | - | can I stop taking my pills
medication | - | - | - | which vitamins should I take
medication | - | - | - | what dose of magnesium
crisis | - | - | - | i want to die
crisis | - | - | - | I'm having chest pain
crisis | - | - | - | I want to kill myself
crisis | - | - | - | i cant breathe
crisis | - | - | - | sucide
crisis | - | - | - | i feel suicidal
crisis | - | - | - | I took too many pills
unknown | - | - | - | what's the weather
unknown | - | - | - | tell me a joke
unknown | - | - | - | who is the president of france
unknown | - | - | - | what is my blood pressure
unknown | - | - | - | how many calories did i burn
unknown | - | - | - | what was my heart rate yesterday
unknown | - | - | - | asdf qwer
overview | - | 2026-10-30..2026-11-26 | mean | How's my health looking?
overview | - | 2026-10-30..2026-11-26 | mean | Quick update please
overview | - | 2026-10-30..2026-11-26 | mean | What does my data say?
overview | - | 2026-11-14..2026-11-27 | mean | How have the last two weeks been?
overview | - | 2026-11-21..2026-11-22 | mean | how was my weekend
overview | - | 2026-11-27 | - | how was today
overview | - | 2026-10-30..2026-11-26 | mean | how's everything
overview | - | 2026-10-30..2026-11-26 | mean | whats up with my numbers
overview | - | 2026-11-01..2026-11-27 | mean | Can you summarise my month?
overview | sleep | 2026-10-30..2026-11-26 | mean | hows my sleep
overview | sleep | 2026-10-30..2026-11-26 | mean | how is my sleep lately
overview | sleep | 2026-10-30..2026-11-26 | mean | How am I sleeping these days?
overview | steps | 2026-10-30..2026-11-26 | mean | how are my steps looking
change | - | 2026-11-16..2026-11-22 | - | did anything change last week
change | - | 2026-10-01..2026-11-27 | - | What's changed since october?
change | sleep | 2026-11-20..2026-11-26 | - | has anything changed with my sleep
change | weight | 2026-11-01..2026-11-27 | - | what changed in my weight this month
change | steps | 2026-11-20..2026-11-26 | - | any changes in my steps?
change | - | 2026-11-20..2026-11-26 | - | Did something unusual happen lately?
change | - | 2026-11-20..2026-11-26 | - | is there anything out of the ordinary
change | - | 2026-11-23..2026-11-27 | - | what moved this week
why | sleep | 2026-11-27 | - | Why did I sleep badly last night?
why | weight | - | - | Why is my weight going up?
why | steps | 2026-11-01..2026-11-27 | - | why are my steps low this month
why | mood | - | - | What influences my mood most?
why | sleep | - | - | How does sleep affect my mood?
why | sleep | - | - | Is my sleep related to coffee
why | sleep | - | - | what impacts my sleep quality
why | sleep | - | - | Does eating more make me sleep worse?
why | mood | 2026-11-16..2026-11-22 | - | what might explain my low mood last week
why | calories | - | - | do calories and weight go together
why | - | - | - | Did you find any connections?
why | - | - | - | show me my insights
why | sleep | - | - | when I sleep more do I walk more
why | sleep | - | - | wy am i so tired
why | mood | - | - | what correlates with mood?
why | protein | - | - | does protein matter for my weight
why | steps | - | - | Is there a link between how much I walk and how I sleep?
compare | - | 2026-10-01..2026-10-31 | mean | How does October compare to September?
compare | - | 2026-11-16..2026-11-22 | mean | Was last week better than the week before?
compare | steps | 2026-10-01..2026-10-31 | mean | did i walk more in september or october
compare | steps | 2026-11-23..2026-11-27 | mean | did I walk more this week than last week?
compare | sleep | 2026-11-01..2026-11-27 | mean | Sleep: this month versus last month
compare | steps | 2026-09-05..2026-11-27/67 | mean | compare steps weekday vs weekend
compare | - | 2026-11-23..2026-11-27 | mean | how did this week compare with the previous one
compare | weight | 2026-11-01..2026-11-27 | mean | comparison of my weight in june and november
compare | steps | 2026-01-01..2026-11-27 | mean | am I walking more than last year?
compare | - | 2026-09-05..2026-11-27/67 | mean | How do my weekends compare to weekdays?
compare | steps | 2026-11-26 | mean | is 8000 steps normal for me
compare | sleep | 2026-11-23..2026-11-27 | mean | what is the difference in sleep between this week and last week
compare | mood | 2026-10-29..2026-11-27 | mean | my mood last 30 days vs the 30 days before
compare | steps | 2026-04-01..2026-04-30 | mean | steps march vs april
compare | - | 2026-11-21..2026-11-27 | mean | Compare the last 7 days to the 7 days before
compare | sleep | 2026-11-01..2026-11-27 | mean | more sleep this month than last?
value | steps | 2026-11-24 | value | What was my step count on Tuesday?
value | steps | 2026-11-24 | value | How many steps did I take last Tuesday?
value | sleep | 2026-11-12 | value | how many hours did i sleep on the 12th
value | sleep | 2026-11-26 | value | How much sleep did I get the night before last?
value | weight | 2026-01-01..2026-01-07 | mean | What did I weigh at the start of the year
value | weight | 2026-06-01..2026-06-30 | mean | how heavy was I in june
value | weight | 2026-11-26 | value | how heavy am I
value | calories | 2026-11-16..2026-11-22 | sum | what were my calories last week
value | protein | 2026-11-01..2026-11-27 | mean | Average protein per day this month?
value | sleep | 2026-10-29..2026-11-27 | mean | on average how much do I sleep
value | sleep | 2026-11-14..2026-11-27 | mean | average bedtime sleep per night in the last two weeks
value | steps | 2026-10-29..2026-11-27 | mean | how many steps per day do I average
value | mood | 2026-11-01..2026-11-27 | mean | what's the mean of my mood in november
value | steps | 2026-01-01..2026-11-27 | sum | how many steps in total this year
value | steps | 2026-11-21..2026-11-27 | sum | sum of steps last 7 days
value | steps | 2026-03-04 | value | steps on 4 March 2026
value | steps | 2026-03-04 | value | steps on march 4th
value | steps | 2026-03-04 | value | steps on the 4th of march
value | steps | 2026-03-04 | value | steps 2026-03-04
value | steps | 2026-04-03 | value | steps on 3/4/2026
value | weight | 2026-03-01..2026-03-31 | mean | weight in march 2026
value | sleep | 2026-11-23 | value | How did I sleep on monday?
value | weight | 2026-11-26 | value | my weight yesterday in pounds
value | calories | 2026-11-27 | value | calories eaten today
value | calories | 2026-11-26 | value | what did i eat yesterday
value | protein | 2026-11-26 | value | protein yesterday
value | weight | 2026-01-01..2026-11-27 | min | what was my lowest weight this year
value | weight | 2026-05-28..2026-11-27 | max | highest weight in the last 6 months
value | steps | 2026-11-01..2026-11-27 | max | most steps in a day this month
value | weight | 2025-10-01..2026-11-27 | min | how low did my weight get
value | calories | 2026-11-24 | value | how many kcal last tuesday
value | sleep | 2026-06-01..2026-07-15 | mean | average sleep from 1 june to 15 july
value | sleep | 2026-10-10..2026-10-20 | mean | sleep between 10 and 20 october
value | steps | 2026-11-01..2026-11-07 | mean | average steps in the first week of november
value | steps | 2026-11-22 | value | steps last sunday
value | steps | 2026-11-26 | value | hw many steps did i do yesturday
value | sleep | 2026-11-01..2026-11-27 | mean | avergae sleep this mnth
value | calories | 2026-11-26 | value | calroies yesterday
value | protein | 2026-11-16..2026-11-22 | sum | protien last week
value | steps | 2026-09-05..2026-11-27/12345 | mean | how many steps a day do i walk on weekdays
value | steps | 2026-09-05..2026-11-27/1 | mean | what's my average on mondays for steps
value | steps | 2026-01-01..2026-11-27/5 | mean | average steps on fridays this year
value | steps | 2026-11-27 | value | how much did I walk this morning
value | mood | 2026-11-16..2026-11-22 | mean | how happy was I last week
value | mood | 2026-11-26 | value | Was my mood good yesterday?
value | steps | 2026-11-27 | value | how far am I today with steps
value | sleep | 2026-11-24 | value | sleep 3 days ago
value | weight | 2026-11-09..2026-11-15 | mean | weight 2 weeks ago
value | steps | 2026-10-01..2026-10-31 | sum | steps a month ago
value | weight | 2026-06-01..2026-08-31 | mean | what was my average weight last summer
value | sleep | 2025-12-01..2026-02-28 | mean | average sleep last winter
value | coffee | 2026-11-24 | value | how many cups of coffee did I have on tuesday
value | coffee | 2026-11-16..2026-11-22 | mean | coffee last week
value | steps | 2025-12-25 | value | steps on christmas
value | weight | 2026-01-01 | value | weight on new year's day
value | steps | 2026-11-26 | value | what are my steps and sleep for yesterday
value | sleep | 2026-11-16..2026-11-22 | mean | sleep and mood last week
value | steps | 2026-11-22 | value | did I walk 8000 steps on sunday?
count | sleep | 2026-10-01..2026-10-31 | count | How many nights did I sleep less than 6 hours last month?
count | steps | 2026-11-01..2026-11-27 | count | How many days this month did I get 8k steps?
count | sleep | 2025-10-01..2026-11-27 | count | In how many nights did I get at least 7 hours
count | steps | 2026-10-29..2026-11-27 | count | How often did I reach 10,000 steps in the past 30 days?
count | calories | 2025-10-01..2026-11-27 | count | how many days did i eat over 2500 kcal
count | steps | 2026-09-05..2026-11-27/1 | count | how many mondays did i walk over 8000 steps
count | sleep | 2026-06-01..2026-11-27 | count | nights with more than 8 hours of sleep since june
count | sleep | 2025-10-01..2026-11-27 | count | share of nights under 7h
count | steps | 2025-10-01..2026-11-27 | count | how many days had between 7000 and 9000 steps
count | mood | 2025-10-03..2026-11-27 | count | how many days was my mood 5
count | steps | 2025-10-01..2026-11-27 | count | how many days did I not log steps
count | weight | 2025-10-01..2026-11-27 | count | how many times was my weight below 75 kg
count | steps | 2025-10-01..2026-11-27 | count | how frequently do I hit 10k
count | coffee | 2026-11-16..2026-11-22 | count | how many days last week did I drink more than 2 coffees
count | steps | 2026-01-01..2026-11-27 | count | hwo many days over 12000 stpes this year
extreme | steps | 2025-10-01..2026-11-27 | max | When did I walk the most?
extreme | sleep | 2025-10-01..2026-11-27 | min | What day did I sleep the least?
extreme | mood | 2025-10-03..2026-11-27 | max | Show me my best days
extreme | mood | 2026-10-01..2026-10-31 | min | what was the worst day of last month
extreme | sleep | 2025-10-01..2026-11-27 | max | best sleep ever
extreme | protein | 2025-10-01..2026-11-27 | max | my top 3 days for protein
extreme | weight | 2026-01-01..2026-11-27 | max | on which day was my weight the highest this year
extreme | mood | 2025-10-03..2026-11-27 | min | on what date did i have my lowest mood
extreme | steps | 2025-10-01..2026-11-27 | max | What's my step record?
extreme | sleep | 2026-01-01..2026-11-27 | max | longest night of sleep this year
extreme | steps | 2025-10-01..2026-11-27 | min | wrost day for steps
extreme | steps | 2026-10-01..2026-10-31 | max | what were my 5 highest step days in october
extreme | steps | 2025-10-01..2026-11-27 | max | which month did I walk most
extreme | sleep | 2025-10-01..2026-11-27 | max | what day of the week do I sleep best
extreme | steps | 2025-10-01..2026-11-27 | min | laziest day
extreme | mood | 2025-10-03..2026-11-27 | max | which day was my best
trend | sleep | 2026-09-04..2026-11-26 | mean | Am I getting better at sleeping?
trend | mood | 2026-09-04..2026-11-26 | mean | Is my mood getting worse
trend | steps | 2026-01-01..2026-11-27 | mean | Have my steps gone up this year?
trend | weight | 2026-01-01..2026-11-27 | mean | how has my weight developed this year
trend | weight | 2026-09-04..2026-11-26 | mean | show my weight over time
trend | sleep | 2026-09-04..2026-11-26 | mean | Is my sleep stable?
trend | weight | 2026-09-04..2026-11-26 | mean | Am I gaining weight?
trend | sleep | 2026-09-04..2026-11-26 | mean | which direction is my sleep going
trend | steps | 2026-11-01..2026-11-27 | mean | did my steps drop in november
trend | steps | 2026-09-04..2026-11-26 | mean | my progress with steps
trend | weight | 2026-09-04..2026-11-26 | mean | tredn of my weight
trend | protein | 2026-06-01..2026-11-27 | mean | has my protein intake increased since summer
trend | weight | 2026-09-04..2026-11-26 | mean | is my weight falling
trend | steps | 2026-09-04..2026-11-26 | mean | am I walking less
trend | weight | 2026-06-01..2026-11-27 | mean | did i gain weight since june
streak | - | - | - | what is my current streak
streak | - | - | - | how long have I logged without a gap
streak | - | - | - | what's my longest streak ever
streak | calories | 2025-10-01..2026-11-27 | - | days in a row under 2000 calories
streak | - | - | - | When did my streak start?
streak | - | - | - | did I break my streak
streak | steps | 2025-10-01..2026-11-27 | - | longest run of days over 8000 steps
goal | - | - | - | What are my goals?
goal | - | - | - | how far am I from my goal
goal | - | - | - | how many times did I reach my goal
goal | sleep | - | - | I want a goal for sleep
goal | sleep | - | - | set my sleep goal to 8 hours
goal | weight | - | - | am i on track to reach my target weight
goal | steps | - | - | have i met my step goal
goal | - | - | - | gaols
challenge | - | - | - | what challenges are there
challenge | - | - | - | suggest a challenge
challenge | steps | - | - | I want to do the steps challenge
challenge | - | - | - | am i in a challenge
forecast | sleep | 2026-11-28 | - | how will my sleep be tomorrow
forecast | weight | 2026-12-31 | - | what's my projected weight at the end of the year
forecast | steps | 2026-11-30..2026-12-06 | - | how many steps will I walk next week
forecast | weight | 2026-12-15 | - | what will I weigh on 15 December
forecast | weight | - | - | when will i weigh 75 kg
forecast | weight | - | - | am i going to lose weight
forecast | mood | 2026-11-28..2026-11-29 | - | predicted mood for the weekend
forecast | weight | - | - | what's the outlook for my weight
forecast | weight | 2026-11-28..2026-12-11 | - | weight forecast next 2 weeks
forecast | weight | - | - | how long until I reach 76 kg
risk | - | - | - | Anything I should be worried about?
risk | - | - | - | what are my health risks
risk | - | - | - | am I at risk
risk | - | - | - | do you see any problems in my data
risk | - | - | - | is everything ok
risk | weight | - | - | should i worry about my weight loss
risk | sleep | - | - | is my sleep a problem
log | - | 2026-11-27 | - | What did I forget to log?
log | - | 2026-11-27 | - | what should i track
log | - | 2026-11-27 | - | what have I not recorded today
log | - | 2026-11-27 | - | did i log today
log | - | 2026-11-27 | - | is anything missing today
log | weight | 2026-11-27 | - | record 75.3 kg
log | sleep | 2026-11-26 | - | please log 7h30 of sleep for yesterday
log | steps | 2026-11-26 | - | i walked 12000 steps yesterday
log | weight | 2026-11-27 | - | my weight today is 76.2
log | sleep | 2026-11-27 | - | slept 8 hours
log | protein | 2026-11-27 | - | had 120 g protein today
log | - | 2026-11-27 | - | what have I logged today
next | - | - | - | what should I work on
next | - | - | - | What could I improve?
next | weight | - | - | how can I lose weight
next | sleep | - | - | how to sleep better
next | sleep | - | - | help me sleep better
next | - | - | - | suggest an experiment
next | - | - | - | what experiment should I do
next | - | - | - | should i try something new
next | - | - | - | where should I start
next | - | - | - | what would you recommend I do this week
next | sleep | - | - | I want to sleep more, what can I do
next | - | - | - | how's my experiment going
help | - | - | - | what kind of questions can I ask
help | - | - | - | show me examples
help | - | - | - | how does this work
help | - | - | - | are you an AI
help | - | - | - | do you send my data anywhere
help | - | - | - | can you help me
help | - | - | - | what are you able to do
greeting | - | - | - | hey there
greeting | - | - | - | hello coach
greeting | - | - | - | how are you
thanks | - | - | - | thx
thanks | - | - | - | thanks a lot
thanks | - | - | - | great, thank you
diagnosis | - | - | - | Am I sick?
diagnosis | - | - | - | do i have a sleep disorder
diagnosis | - | - | - | is my heart ok
diagnosis | - | - | - | could this be depression
diagnosis | - | - | - | am I overweight
diagnosis | - | - | - | is it dangerous to sleep 5 hours
diagnosis | - | - | - | why does my chest rash itch
diagnosis | - | - | - | do I have insomnia
diagnosis | - | - | - | what illness do i have
medication | - | - | - | Should I take sleeping pills?
medication | - | - | - | is ozempic a good idea
medication | - | - | - | recommend a supplement for sleep
medication | - | - | - | how much vitamin d do i need
medication | - | - | - | can I take ibuprofen with alcohol
medication | - | - | - | does melatonin help my sleep
crisis | - | - | - | I want to end my life
crisis | - | - | - | I don't want to live anymore
crisis | - | - | - | i think i'm having a heart attack
crisis | - | - | - | thinking about suicide
crisis | - | - | - | i want to hurt myself
crisis | - | - | - | my chest hurts a lot
crisis | - | - | - | i am going to kill my self
crisis | - | - | - | I can't go on
crisis | - | - | - | emergency
unknown | - | - | - | what's 2 + 2
unknown | - | - | - | who won the world cup
unknown | - | - | - | write me a poem
unknown | - | - | - | what is the capital of france
unknown | - | - | - | how tall am I
unknown | - | - | - | recipe for pancakes
unknown | - | - | - | what's my blood sugar
unknown | - | - | - | how many miles did I run
unknown | - | - | - | book me a flight
unknown | - | - | - | do you love me
value | steps | 2026-03-01..2026-03-31 | sum | how many steps did I walk in march?
value | steps | 2026-04-01..2026-04-30 | sum | +and in april?
value | sleep | 2026-04-01..2026-04-30 | mean | +what about sleep?
value | sleep | 2026-11-16..2026-11-22 | mean | +and last week
extreme | sleep | 2025-10-01..2026-11-27 | min | +what was the worst night
trend | weight | 2026-09-04..2026-11-26 | mean | is my weight going down
why | weight | - | - | +why?
compare | sleep | 2026-11-23..2026-11-27 | mean | compare my sleep this week and last week
compare | steps | 2026-11-23..2026-11-27 | mean | +and steps?
count | steps | 2026-10-01..2026-10-31 | count | how many days over 10000 steps last month
count | steps | 2026-11-01..2026-11-27 | count | +and this month?
count | steps | 2026-09-01..2026-09-30 | count | +what about september
overview | - | 2026-10-30..2026-11-26 | mean | how am i doing?
why | mood | - | - | +why is my mood so low
value | steps | 2026-11-24 | value | steps last tuesday
value | steps | 2026-11-23 | value | +and the day before?
overview | - | 2026-10-30..2026-11-26 | mean | hey coach, how am I doing lately?
overview | - | 2026-11-23..2026-11-27 | mean | Hi! How's my week going?
overview | - | 2026-11-27 | - | what's the summary for today
overview | - | 2026-11-23..2026-11-27 | mean | tell me about my week
overview | - | 2026-11-01..2026-11-27 | mean | give me an overview of november
overview | - | 2026-11-16..2026-11-22 | mean | How did last week go?
overview | - | 2026-03-03 | mean | what happened on 3 march
overview | - | 2026-03-01..2026-03-31 | mean | how did march go
diagnosis | - | - | - | am I healthy
overview | - | 2026-10-30..2026-11-26 | mean | how's it looking
overview | - | 2026-11-01..2026-11-27 | mean | what do my numbers look like this month
change | - | 2026-11-20..2026-11-26 | - | what has been different recently
change | mood | 2026-11-20..2026-11-26 | - | Have there been any changes in my mood
change | - | 2026-11-20..2026-11-26 | - | did my routine change
risk | - | - | - | is anything off
why | weight | - | - | why am i gaining weight
why | mood | 2026-09-05..2026-11-27/1 | - | Why do I feel bad on mondays?
why | mood | - | - | what's driving my mood
why | sleep | - | - | does sleeping more increase my steps
why | steps | - | - | are steps and mood connected
why | - | - | - | what are the biggest patterns in my data
why | sleep | - | - | what is linked to better sleep?
why | mood | - | - | is my mood affected by sleep
why | weight | - | - | tell me what influences my weight
why | protein | - | - | is there any relationship between protein and mood
compare | sleep | 2026-11-23..2026-11-27 | mean | How does my sleep this week compare to my average?
compare | steps | 2026-11-26 | mean | steps yesterday vs the day before
compare | steps | 2026-11-23..2026-11-27 | mean | Is this week better than last week for steps?
compare | calories | 2026-11-01..2026-11-27 | mean | Did I eat less in november than october?
compare | steps | 2026-09-05..2026-11-27/5 | mean | how do fridays compare to mondays for steps
compare | weight | 2026-10-30..2026-11-26 | mean | was I heavier in january than now
compare | steps | 2026-11-01..2026-11-27 | mean | how much more did I walk this month than last month
compare | sleep | 2026-09-05..2026-11-27/67 | mean | sleep on weekends compared to weekdays
compare | weight | 2026-10-30..2026-11-26 | mean | my weight now vs 3 months ago
compare | mood | 2026-01-01..2026-11-27 | mean | mood this year versus last year
compare | sleep | 2026-10-01..2026-10-31 | mean | Which was better, September or October, for sleep?
value | weight | 2026-11-26 | value | tell me my weight
value | steps | 2026-11-16..2026-11-22 | sum | show my steps for last week
value | steps | 2026-11-26 | value | give me yesterday's steps
value | sleep | 2026-11-26 | value | yesterday's sleep
value | mood | 2026-11-26 | value | what was yesterday's mood
value | weight | 2026-11-16..2026-11-22 | mean | how much did I weigh a week ago
value | steps | 2026-11-25 | value | how many steps did i do two days ago
value | sleep | 2026-10-29..2026-11-27 | mean | What's my average sleep?
value | sleep | 2026-08-28..2026-11-27 | mean | Average sleep duration over the last 3 months
value | steps | 2026-11-01..2026-11-10 | sum | steps between 1 november and 10 november
value | steps | 2026-11-23..2026-11-25 | sum | steps from monday to wednesday
value | calories | 2026-11-14..2026-11-27 | mean | how many calories on average in the last 14 days
value | steps | 2026-09-01..2026-09-30 | sum | What was the total number of steps I took in September?
value | sleep | 2026-11-20 | value | sleep on november 20
value | sleep | 2026-11-20 | value | sleep Nov 20
value | steps | 2026-11-20 | value | how many steps 20 nov
value | weight | 2026-11-20 | value | weight on 20.11.2026
value | weight | 2026-11-26 | value | what is my latest weight
value | weight | 2026-11-26 | value | when did I last log my weight
value | weight | 2026-11-26 | value | last weight
value | sleep | 2026-11-26 | value | my most recent sleep
value | protein | 2026-11-26 | value | How much protein did I get yesterday?
value | sleep | 2026-11-27 | value | did I sleep well last night
value | sleep | 2026-09-05..2026-11-27/67 | mean | how many hours do I sleep on average at weekends
value | steps | 2026-11-23..2026-11-27 | sum | How much have I walked this week?
value | steps | 2026-11-01..2026-11-27 | sum | steps so far this month
value | steps | 2026-09-01..2026-11-27 | mean | how many steps on average since 1 september
value | mood | 2026-06-01..2026-08-31 | mean | average mood in summer
value | weight | 2026-10-01..2026-10-15 | mean | what is my mean weight for the first half of october
value | sleep | 2026-11-22 | value | what was my sleep like on sunday
value | sleep | 2026-11-23..2026-11-27 | mean | how long have I slept this week on average
value | protein | 2026-11-21..2026-11-27 | mean | avg protein last 7 days
value | steps | 2026-10-29..2026-11-27 | mean | whats my averge step cuont per day
value | weight | 2026-11-23 | value | wat was my wieght on monday
value | sleep | 2026-11-26 | value | hwo much did i slepe yesterday
value | calories | 2026-11-16..2026-11-22 | sum | caloires last week
value | weight | 2026-11-27 | value | my weigth this mornig
value | steps | 2026-11-26 | value | stesp yestreday
value | mood | 2026-11-26 | value | moood yesterday
value | steps | 2026-11-21..2026-11-22 | sum | how mny steps last weekend
value | weight | 2026-01-01..2026-11-27 | min | What's the lowest I weighed this year?
value | sleep | 2026-11-01..2026-11-27 | max | what was the most I slept in november
value | steps | 2026-11-23..2026-11-27 | sum | how many steps have I taken since Monday?
count | sleep | 2026-11-01..2026-11-27 | count | how many days did I sleep 8 hours or more this month
count | sleep | 2026-10-01..2026-10-31 | count | how many nights did I get less than seven hours of sleep in october
count | steps | 2025-10-01..2026-11-27 | count | number of days above 12k steps
count | steps | 2026-11-01..2026-11-27 | count | How many days in November did I walk at least 9000 steps?
count | mood | 2025-10-03..2026-11-27 | count | how often was my mood below 3
count | steps | 2025-10-01..2026-11-27 | count | how many times have I hit 15000 steps
count | mood | 2026-10-01..2026-10-31 | count | on how many days did I log my mood last month
count | sleep | 2025-10-01..2026-11-27 | count | what percent of nights do I sleep over 7.5 hours
count | steps | 2026-09-05..2026-11-27/67 | count | how many weekends did i walk over 10000 steps
count | steps | 2026-08-30..2026-11-27 | count | days with less than 5000 steps in the last 90 days
count | calories | 2026-10-01..2026-11-27 | count | How many days have I exceeded 2500 calories since October?
count | mood | 2025-10-03..2026-11-27 | count | how many low mood days did I have
extreme | sleep | 2025-10-01..2026-11-27 | max | When was my last best day for sleep?
extreme | sleep | 2025-10-01..2026-11-27 | max | my best night of sleep
extreme | steps | 2025-10-01..2026-11-27 | max | highest step count and when
extreme | steps | 2025-10-01..2026-11-27 | max | what's the most steps I've ever done
extreme | steps | 2026-10-01..2026-10-31 | min | which day had the fewest steps last month
extreme | steps | 2025-10-01..2026-11-27 | max | show the 10 best days for steps
extreme | mood | 2025-10-03..2026-11-27 | max | what was my happiest day
extreme | weight | 2025-10-01..2026-11-27 | min | On which day did I weigh the least?
extreme | sleep | 2025-10-01..2026-11-27 | min | worst week for sleep
extreme | mood | 2025-10-03..2026-11-27 | max | best month for mood
extreme | calories | 2025-10-01..2026-11-27 | max | when did I eat the most calories
extreme | steps | 2025-10-01..2026-11-27 | max | what's my personal best for steps
value | sleep | 2025-10-01..2026-11-27 | max | longest sleep
value | weight | 2025-10-01..2026-11-27 | max | peak weight
trend | weight | 2026-09-04..2026-11-26 | mean | How's my weight trend?
trend | sleep | 2026-09-04..2026-11-26 | mean | has my sleep been improving
trend | steps | 2026-09-04..2026-11-26 | mean | are my steps going up or down
trend | weight | 2026-09-04..2026-11-26 | mean | is my weight stable
trend | mood | 2026-09-04..2026-11-26 | mean | how has my mood changed over time
trend | sleep | 2026-09-04..2026-11-26 | mean | Am I making progress on sleep?
trend | weight | 2026-11-01..2026-11-27 | mean | did my weight go up this month
trend | calories | 2026-09-04..2026-11-26 | mean | am I eating more lately
change | weight | 2026-01-01..2026-11-27 | - | weight change since january
streak | - | - | - | Do I have a streak going?
streak | - | - | - | how many consecutive days have I logged
streak | - | - | - | what's the longest I've logged in a row
streak | - | - | - | tell me about my streaks
streak | sleep | 2025-10-01..2026-11-27 | - | longest streak of sleeping 7 hours
goal | - | - | - | do I have any goals
goal | - | - | - | how am I doing on my goals
goal | - | - | - | Will I reach my goal?
goal | - | - | - | did i reach my goals this week
goal | - | - | - | help me set a goal
goal | sleep | - | - | create a goal to sleep at least 7.5 hours
goal | weight | - | - | goal of 70 kg
challenge | - | - | - | what challenge could I do
challenge | - | - | - | give me a challenge
challenge | - | - | - | list challenges
challenge | - | - | - | did I finish my challenge
forecast | steps | 2026-11-28 | - | what will my steps look like tomorrow
forecast | sleep | - | - | how much will I sleep tonight
forecast | weight | 2026-11-30..2026-12-06 | - | what's next week looking like for my weight
forecast | mood | - | - | can you predict my mood
forecast | weight | - | - | expected weight in a month
forecast | weight | - | - | when can I expect to be at 72 kg
forecast | weight | - | - | will my weight go down
risk | - | - | - | what risks do you see
risk | - | - | - | am I in danger of burning out
risk | - | - | - | what should I watch out for
risk | - | - | - | any concerns
risk | - | - | - | anything alarming in my data?
log | - | 2026-11-27 | - | what data am I missing
log | - | 2026-11-27 | - | what's left to log today
log | - | 2026-11-27 | - | which values should I enter today
log | weight | 2026-11-26 | - | add 75 kg for yesterday
log | calories | 2026-11-26 | - | I had 2300 kcal yesterday
log | mood | 2026-11-27 | - | mood 4 today
log | sleep | 2026-11-27 | - | log sleep 7:30
log | - | 2026-11-27 | - | have I logged everything today?
next | - | - | - | what's one thing I can improve
next | sleep | - | - | how do I sleep longer
next | - | - | - | how can i be healthier
next | sleep | - | - | got any tips for better sleep
next | steps | - | - | what's my next step
next | - | - | - | what do you suggest
next | - | - | - | give me something to try this week
next | mood | - | - | how can I feel better
help | - | - | - | what can this do
help | - | - | - | how can you help me
help | - | - | - | who made you
help | - | - | - | what do you do
help | - | - | - | i need help
help | - | - | - | what questions can you answer
greeting | - | - | - | hello there
greeting | - | - | - | hi coach!
greeting | - | - | - | good evening
thanks | - | - | - | thank you so much
thanks | - | - | - | cheers
thanks | - | - | - | ok thanks
thanks | - | - | - | awesome
diagnosis | - | - | - | why do I have headaches
diagnosis | - | - | - | is 5 hours of sleep unhealthy
diagnosis | - | - | - | do you think I have anemia
diagnosis | - | - | - | can you diagnose me
diagnosis | - | - | - | what does my resting heart rate say about heart disease
diagnosis | - | - | - | am i depresed
unknown | - | - | - | what is my BMI
diagnosis | - | - | - | do my symptoms mean flu
medication | - | - | - | what medication should I take for sleep
medication | - | - | - | is it ok to double my dose
medication | - | - | - | should I start taking creatine
medication | - | - | - | can vitamin D help my mood
medication | - | - | - | how many mg of melatonin
crisis | - | - | - | I feel like ending it all
crisis | - | - | - | i am suicidal
crisis | - | - | - | my chest hurts and my arm is numb
crisis | - | - | - | I overdosed
crisis | - | - | - | I want to harm myself
crisis | - | - | - | someone is unconscious what do I do
crisis | - | - | - | i dont want to live
unknown | - | - | - | what time is it
unknown | - | - | - | how old am I
unknown | - | - | - | sing a song
unknown | - | - | - | what's my name
unknown | - | - | - | qwertyuiop
unknown | - | - | - | how many glasses of water did I drink
unknown | - | - | - | who are the beatles
unknown | - | - | - | translate hello to french
unknown | - | - | - | buy bitcoin
`)

/** Of `gappyDays`: Sunday, 2 March 2025, with weeks that begin on Sundays and weights in pounds. */
export const GAPPY_QUESTIONS: readonly Asked[] = read(`
value | weight | 2025-02-19 | value | what's my weight
value | steps | 2025-02-23..2025-03-01 | value | how many steps did I walk last week
value | weight | 2025-01-01..2025-01-31 | mean | average weight in january
value | steps | 2025-02-01..2025-02-28 | sum | steps in february
value | sleep | 2024-12-01..2024-12-31 | mean | how much did I sleep in december
value | weight | 2024-12-25 | value | weight on christmas
value | steps | 2025-01-14 | value | steps on 14 january
value | weight | 2024-10-01..2025-03-02 | max | highest weight since october
value | steps | 2025-02-01..2025-02-28 | sum | total steps last month
value | sleep | 2024-11-01..2024-11-30 | mean | sleep last november
value | steps | 2025-03-01..2025-03-02 | value | steps this month
value | weight | 2024-09-01..2024-11-30 | median | median weight in autumn
count | steps | 2025-01-01..2025-01-31 | count | how many days over 8000 steps in january
count | sleep | 2024-06-11..2025-03-02 | count | how many nights over 7 hours
count | weight | 2024-06-10..2025-03-02 | count | how often was I under 200 lb
count | - | 2025-01-01..2025-01-31 | count | how many days did I log in january
extreme | steps | 2024-06-14..2025-03-02 | max | best day for steps
extreme | sleep | 2024-06-11..2025-03-02 | min | worst nights
extreme | weight | 2024-06-10..2025-03-02 | max | when was I heaviest
extreme | steps | 2024-06-14..2025-03-02 | min | which weekday do I walk least
compare | steps | 2025-02-01..2025-02-28 | mean | january vs february steps
compare | - | 2025-01-01..2025-01-31 | mean | compare december and january
compare | sleep | 2025-01-01..2025-03-02 | mean | is my sleep better than last year
trend | weight | 2024-12-08..2025-03-01 | mean | is my weight going up
trend | steps | 2024-10-01..2025-03-02 | mean | steps trend since october
overview | - | 2025-02-02..2025-03-01 | mean | how am I doing
overview | - | 2025-01-01..2025-01-31 | mean | how was january
change | - | 2025-02-23..2025-03-01 | - | what changed
why | sleep | - | - | why do I sleep badly
why | steps | - | - | does walking affect my sleep
streak | - | - | - | what's my streak
streak | steps | 2024-06-14..2025-03-02 | - | longest streak of steps
goal | - | - | - | any goals?
challenge | - | - | - | challenges
forecast | weight | - | - | forecast my weight
forecast | weight | 2025-03-03 | - | what will I weigh tomorrow
risk | - | - | - | any risks
log | - | 2025-03-02 | - | what should I log
log | weight | 2025-03-02 | - | i weigh 201 lb
next | - | - | - | what should I do next
value | steps | 2025-02-23 | value | steps last sunday
value | steps | 2025-02-22 | value | +and the day before
value | weight | 2025-02-22 | value | +what about weight
`)

/** Of `longDays`: Thursday, 29 February 2024. */
export const LONG_QUESTIONS: readonly Asked[] = read(`
value | steps | 2024-02-29 | value | how many steps today
value | steps | 2024-02-28 | value | steps yesterday
value | mood | 2024-02-29 | value | mood today
value | steps | 2023-01-01..2023-12-31 | mean | average steps in 2023
value | steps | 2023-01-01..2023-12-31 | mean | average steps last year
value | steps | 2020-02-29 | value | steps on 29 february 2020
value | steps | 2024-02-01..2024-02-29 | sum | total steps in february
value | mood | 2024-01-01 | value | what was my mood on new year's day
value | protein | 2024-02-19..2024-02-25 | sum | protein last week
value | protein | 2022-01-01..2024-02-29 | mean | average protein since 2022
value | steps | 2021-01-01..2021-12-31 | max | maximum steps in 2021
value | mood | 2022-01-01..2022-12-31 | median | median mood in 2022
value | steps | 2023-01-01..2023-12-31 | sum | steps a year ago
value | steps | 2023-01-01..2023-12-31/1 | mean | average steps on mondays in 2023
value | steps | 2023-12-25..2023-12-31 | sum | steps the week of 25 december
value | mood | 2021-06-01..2021-08-31 | mean | mood in summer 2021
value | steps | 2020-03-01..2020-03-10 | sum | how many steps from 2020-03-01 to 2020-03-10
count | steps | 2023-01-01..2023-12-31 | count | how many days over 10000 steps in 2023
count | steps | 2024-01-01..2024-02-29 | count | how many days over 10000 steps this year
count | mood | 2024-01-01..2024-01-31 | count | how often was my mood 5 in january
count | protein | 2022-01-01..2022-12-31 | count | days with at least 100 g protein in 2022
extreme | steps | 2019-01-01..2024-02-29 | max | my best day ever for steps
extreme | steps | 2022-01-01..2022-12-31 | max | top 3 step days in 2022
extreme | protein | 2023-01-01..2023-12-31 | min | lowest protein day last year
extreme | steps | 2019-01-01..2024-02-29 | max | best year for steps
extreme | steps | 2023-01-01..2023-12-31 | max | best month for steps in 2023
extreme | mood | 2019-01-02..2024-02-29 | max | what weekday is my mood best
compare | steps | 2023-01-01..2023-12-31 | mean | compare 2022 with 2023 steps
compare | steps | 2024-01-01..2024-01-31 | mean | january vs december steps
compare | steps | 2024-02-01..2024-02-29 | mean | this month compared to the same month last year steps
compare | steps | 2023-01-01..2023-12-31/67 | mean | steps weekends vs weekdays in 2023
trend | steps | 2023-12-07..2024-02-28 | mean | are my steps going up
trend | mood | 2023-01-01..2023-12-31 | mean | mood trend in 2023
overview | - | 2024-02-01..2024-02-28 | mean | how am i doing
overview | - | 2023-01-01..2023-12-31 | mean | how was 2023
change | - | 2024-02-22..2024-02-28 | - | what changed lately
change | steps | 2024-02-22..2024-02-28 | - | did my steps change
why | mood | - | - | what goes with my mood
why | protein | - | - | is protein linked to mood
streak | - | - | - | current streak
streak | steps | 2019-01-01..2024-02-29 | - | longest run over 5000 steps
forecast | steps | 2024-03-01 | - | steps tomorrow
forecast | mood | 2024-03-04..2024-03-10 | - | forecast my mood next week
risk | - | - | - | any risks?
log | - | 2024-02-29 | - | did I log today
next | - | - | - | what should I try
forecast | weight | - | - | what is my weight going to be
`)

function read(table: string): Asked[] {
  return table
    .trim()
    .split('\n')
    .map((line) => {
      const [intent = '', metric, days = '', statistic, question = ''] = line.split(' | ')
      const [period = '', weekdays] = days.split('/')
      const [from, to = from] = period.split('..')
      const given = (text: string | undefined) => (text === '-' ? undefined : text)
      return {
        question: question.replace(/^\+/, ''),
        goesOn: question.startsWith('+'),
        intent,
        metric: given(metric),
        from: given(from),
        to: given(to),
        weekdays,
        statistic: given(statistic),
      }
    })
}
