import type { GuidelineId } from './risk.ts'

/** Where a threshold comes from: who says it, when, and what in a sentence of ours. */
export interface Guideline {
  readonly name: string
  readonly year: number
  readonly says: string
}

export const GUIDELINES: Readonly<Record<GuidelineId, Guideline>> = {
  'sleep-7-hours': {
    name: 'American Academy of Sleep Medicine and Sleep Research Society',
    year: 2015,
    says: 'Adults are advised to sleep 7 hours or more a night on a regular basis.',
  },
  'sleep-6-hours': {
    name: 'American Academy of Sleep Medicine and Sleep Research Society',
    year: 2015,
    says: 'The consensus panel found 6 hours or less inadequate for health and safety in adults.',
  },
  'steps-5000': {
    name: 'Tudor-Locke and others, Applied Physiology, Nutrition, and Metabolism 38',
    year: 2013,
    says: 'Under 5,000 steps a day is the usual mark of a sedentary day. The WHO (2020) adds that some activity is better than none.',
  },
  'step-days': {
    name: 'Tudor-Locke and others, Preventive Medicine 40',
    year: 2005,
    says: 'At least three days of a week are needed before a mean says what a usual day is like.',
  },
  'energy-1200': {
    name: 'US National Heart, Lung, and Blood Institute, Practical Guide',
    year: 2000,
    says: 'Low-calorie diets are set at 1,000 to 1,200 kcal a day for most women and 1,200 to 1,600 for men, and what is far below them is for medical care.',
  },
  'protein-rda': {
    name: 'US Institute of Medicine, Dietary Reference Intakes',
    year: 2005,
    says: 'The recommended allowance for adults is 0.8 g of protein a day for each kg of body weight.',
  },
  'loss-pace': {
    name: 'US National Heart, Lung, and Blood Institute, Clinical Guidelines',
    year: 1998,
    says: 'A loss of half a kilogram to one kilogram a week is what is advised, which is about 1 % of body weight at most.',
  },
  'gain-5-kg': {
    name: 'World Health Organization, Technical Report 916',
    year: 2003,
    says: 'Adults are advised to keep from gaining more than 5 kg over the years; at 1 % a week that is about two months.',
  },
  'self-monitoring': {
    name: 'Burke, Wang and Sevick, Journal of the American Dietetic Association 111',
    year: 2011,
    says: 'Regular recording goes with reaching what one set out for, and gaps make every other figure here less certain.',
  },
  'sustained-shift': {
    name: 'Page, Biometrika 41 (cumulative sums)',
    year: 1954,
    says: 'There is no outside limit here: the days are held against what your own earlier days let expect.',
  },
}
