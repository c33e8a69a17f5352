import type { AnswerPart } from '../answer.ts'
import type { Book } from '../book.ts'
import type { Question } from '../language/question.ts'
import { type Region, regionOf } from '../language/region.ts'
import { lines, type Telling, tell } from '../telling.ts'
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
      SELF_HARM.test(text) ? talk : undefined,
      tell`If you can, stay with somebody you trust until help is there.`,
    ),
    actions: [],
    suggestions: [],
  }
}

/** A number as it is dialled: no link leads out of the app. */
const dial = (text: string, name: string): AnswerPart => ({
  text,
  value: text,
  unit: 'telephone',
  link: `tel:${text.replaceAll(' ', '')}`,
  figure: `telephone:${name}`,
})

const LOCAL = tell`your local emergency number`
const SOMEBODY = tell`A crisis line or a doctor where you are will listen.`

/** Emergency services, and where somebody listens at any hour. */
const NUMBERS: Readonly<Record<Region, { readonly emergency: Telling; readonly talk: Telling }>> = {
  EU: { emergency: tell`${dial('112', 'emergency')}`, talk: SOMEBODY },
  US: {
    emergency: tell`${dial('911', 'emergency')}`,
    talk: tell`You can call or text ${dial('988', 'crisis-line')}, the Suicide and Crisis Lifeline, at any hour.`,
  },
  CA: {
    emergency: tell`${dial('911', 'emergency')}`,
    talk: tell`You can call or text ${dial('988', 'crisis-line')}, the Suicide Crisis Helpline, at any hour.`,
  },
  GB: {
    emergency: tell`${dial('999', 'emergency')}`,
    talk: tell`You can call Samaritans on ${dial('116 123', 'crisis-line')} at any hour, or NHS ${dial('111', 'health-line')}.`,
  },
  AU: {
    emergency: tell`${dial('000', 'emergency')}`,
    talk: tell`You can call Lifeline on ${dial('13 11 14', 'crisis-line')} at any hour.`,
  },
  NZ: {
    emergency: tell`${dial('111', 'emergency')}`,
    talk: tell`You can call or text ${dial('1737', 'crisis-line')} at any hour.`,
  },
  other: { emergency: LOCAL, talk: SOMEBODY },
}
