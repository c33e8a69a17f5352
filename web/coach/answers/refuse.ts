import type { Book } from '../book.ts'
import type { Question } from '../language/question.ts'
import { type Region, regionOf } from '../language/region.ts'
import { lines, tell } from '../telling.ts'
import type { Draft } from './draft.ts'

export function answerDiagnosis(): Draft {
  return {
    parts: lines(
      tell`I cannot say what you have or what it means for your health: what you log does not tell that, and I am no doctor.`,
      tell`A doctor or nurse can. If it is urgent, call your local emergency number. What you logged can be shown to them: it is under History, and Settings exports it.`,
    ),
    suggestions: ['What changed lately?', 'Is anything worth attention?'],
  }
}

export function answerMedication(): Draft {
  return {
    parts: lines(
      tell`I give no advice on medicines, doses or supplements, and nothing you log should make you start, stop or change one.`,
      tell`Ask a doctor or a pharmacist.`,
    ),
    suggestions: ['What changed lately?', 'How am I doing?'],
  }
}

const SELF_HARM =
  /kill|suicid|die\b|dead|end(?:ing)? (?:it|my)|live|alive|self[ -]?harm|myself|better off|take my|go on|wake up|be here/

/** Whom to call. Numbers are given only where they are certain; everywhere else the words "your local emergency number". */
export function answerCrisis({ text }: Question, { facts }: Book): Draft {
  const region = regionOf(facts.timeZone, facts.locale)
  const { emergency, talk } = NUMBERS[region]
  const head = SELF_HARM.test(text)
    ? tell`I am glad you said it. I am a program and cannot help with this, but people can, right now.`
    : tell`This may be an emergency, and I cannot help with it. Do not wait.`
  const call = tell`If you or somebody else is in danger, call ${emergency} now.`
  return {
    parts: lines(
      head,
      call,
      SELF_HARM.test(text) ? tell`${talk}` : undefined,
      tell`If you can, stay with somebody you trust until help is there.`,
    ),
    actions: [],
    suggestions: [],
  }
}

const LOCAL = 'your local emergency number'
const SOMEBODY = 'A crisis line or a doctor where you are will listen.'

/** Emergency services, and where somebody listens at any hour. They are no figures: none of them is the person's. */
const NUMBERS: Readonly<Record<Region, { readonly emergency: string; readonly talk: string }>> = {
  EU: { emergency: '112', talk: SOMEBODY },
  US: {
    emergency: '911',
    talk: 'You can call or text 988, the Suicide and Crisis Lifeline, at any hour.',
  },
  CA: {
    emergency: '911',
    talk: 'You can call or text 988, the Suicide Crisis Helpline, at any hour.',
  },
  GB: {
    emergency: '999',
    talk: 'You can call Samaritans on 116 123 at any hour, or NHS 111.',
  },
  AU: {
    emergency: '000',
    talk: 'You can call Lifeline on 13 11 14 at any hour.',
  },
  NZ: {
    emergency: '111',
    talk: 'You can call or text 1737 at any hour.',
  },
  other: { emergency: LOCAL, talk: SOMEBODY },
}
