export type Method =
  | 'association'
  | 'weekday'
  | 'trend'
  | 'forecast'
  | 'change'
  | 'anomaly'
  | 'alert'
  | 'comparison'
  | 'shuffle'
  | 'experiment'
  | 'risk'

const TOGETHER =
  'Everything that is looked for is tested together (Benjamini and Hochberg 1995, weighted), so that over all of it at most about 5 in 100 of what is shown is chance. A pattern counts as found after two weekly checks.'

/** How each kind of sentence comes about, a paragraph each; the long form is in docs/insights.md. */
export const METHODS: Readonly<Record<Method, readonly string[]>> = {
  association: [
    'From both metrics, the usual week and slow drift are taken out, and values far from the rest are drawn in. What is left is compared day with day, with its memory from one day to the next taken into account in both directions (generalised least squares with gaps); the less sure of the two answers counts.',
    'The size is the difference between days at or above the round value and days under it, as far as the link explains it. The averages in the table are the days as you recorded them, so they may differ from it.',
    TOGETHER,
    'That two things go together does not say which of them moves the other, or whether a third moves both.',
  ],
  weekday: [
    'All seven weekdays are tested at once beside a straight line through the days, with the memory from one day to the next taken into account (generalised least squares, F test). The sentence is about the weekday that differs most.',
    TOGETHER,
  ],
  trend: [
    'The slope of a straight line beside the usual week, with the memory from one day to the next taken into account: without that, days that wander look like a trend. The line drawn is the robust one of Theil and Sen, which single far days hardly move.',
    TOGETHER,
  ],
  forecast: [
    'Two models of your own days, a level that wanders and a mean that days return to, each with the usual weekday differences, are mixed by how well each foretold your earlier days. No trend is carried on: on days of other people that was held back, it made forecasts worse.',
    'The bands come from how far such forecasts were from your own days. In the long run 80 of 100 days fall into the inner one and 95 of 100 into the outer.',
  ],
  change: [
    'All the ways of cutting the days into levels are compared, and a cut has to earn more than chance and memory from day to day make up (PELT, Killick and others 2012, with a penalty from the long-run variance). Its day is known to about a week.',
    'It is called a step only where a step fits better than a straight line; otherwise the level moved gradually.',
  ],
  anomaly: [
    'Each day is held against what the days before it let expect, its weekday included. It is told when it is further off than four typical errors and than 99 of 100 of your earlier days: about once a year for a metric by chance.',
  ],
  alert: [
    'The differences from what was expected are added up as they come, less half a typical error a day (a two-sided cumulative sum, Page 1954). It speaks when the sum passes six, which by chance it does about once or twice a year for a metric.',
  ],
  comparison: [
    'The average of the recorded days of one period less that of the other. The range takes into account that days resemble the days before them, so it is wider than one that counts each day as new. Where it holds zero the answer is “about the same”.',
  ],
  shuffle: [
    'The weeks of each metric are put in a random order, each metric by itself. Whatever went together is torn apart; what is usual in a week and from day to day stays. The same search then runs over the shuffled days, many times.',
  ],
  experiment: [
    'Blocks of days are given to the change or to your usual way by chance, before anything is recorded, and the way of computing is fixed then too. At the end the difference is held against all the ways chance could have dealt the blocks (a randomisation test).',
  ],
  risk: [
    'Levels are means of the last two weeks with their 95 % range, by the calendar and not by entry. “Sure” is said only where the whole range lies past the threshold. This is a fact about what was recorded and no diagnosis.',
  ],
}
