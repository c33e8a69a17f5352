import { MEANT } from './lexicon.ts'
import { MONTHS } from './months.ts'
import { corrected, type Vocabulary } from './spelling.ts'
import { WEEKDAYS } from './weekdays.ts'

/** Nobody asks more in one question, and every word costs. */
const MOST_CHARACTERS = 1000

/**
 * A question in lower case, in words with one space between them: slips mended, short forms written out, numbers in digits
 * without thousands marks, their units apart. Everything else is read off this.
 */
export function plainText(question: string, vocabulary: Vocabulary): string {
  const text = question
    .slice(0, MOST_CHARACTERS)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u2018\u2019\u02bc`]/g, "'")
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/(?<=\p{L})-(?=\p{L})/gu, ' ')
    .replace(/\u2265/g, '>=')
    .replace(/\u2264/g, '<=')
    .replace(/(\d)[,'\u202f\u00a0](?=\d{3}(?!\d))/g, '$1')
    .replace(/(?<![\d.:/-])(\d{1,3}) (?=\d{3}(?![\d./:-]))/g, '$1')
    .replace(/(\d+),(\d{1,2})(?!\d)/g, '$1.$2')
    // Thousands as half of Europe writes them: nothing here has three decimals.
    .replace(/(?<![\d.])(\d{1,3})\.(\d{3})(?![\d.])/g, '$1$2')
    .replace(DAY_BEFORE_DATE, '')
    .replace(/\bsat(?:urdays?)? (?:n|&|and|\+|or) sun(?:days?)?\b/g, 'weekends')
    .replace(/\bmon(?:days?)? ?(?:-|to|thru|through|till?) ?fri(?:days?)?\b/g, 'weekdays')
    .replace(
      /(?<=\b(?:on|last|this|next|since|past|every|by) )(?:sat|sun|mon|tue|wed|thu|fri)\b/g,
      (name) => WEEKDAYS.find((day) => day.startsWith(name)) ?? name,
    )
    .replace(/(\d+(?:\.\d+)?)\s?k(?![a-z])/g, (_, figure: string) => String(Number(figure) * 1000))
  const words = (text.match(TOKEN) ?? []).flatMap((word) => wordsIn(word, vocabulary))
  const plain = withDigits(words.join(' '))
  return /\b(?:in|during) the week\b/.test(plain) ? plain.replace(/\bthe weekend\b/g, 'weekends') : plain
}

const DAY_BEFORE_DATE = /\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)? (?=\d{1,2} [a-z])/g

const TOKEN =
  /\d{4}-\d{1,2}-\d{1,2}|\d{4}-\d{1,2}(?!\d)|\d{1,2}\/\d{1,2}\/\d{2,4}|\d{1,2}\.\d{1,2}\.\d{2,4}|\d{1,2}\/\d{1,2}|\d{1,2}:\d{2}|\d+(?:\.\d+)?|[\p{L}\p{M}]+(?:'[\p{L}]+)?|>=|<=|[<>%-]/gu

function wordsIn(word: string, vocabulary: Vocabulary): string[] {
  const meant = Object.hasOwn(MEANT, word) ? MEANT[word] : undefined
  if (meant !== undefined && !vocabulary.known.has(word)) return meant.split(' ')
  const short = /^(.+)'(s|re|m|ve|ll|d|t)$/.exec(word)
  if (short === null) return [corrected(word, vocabulary)]
  const [, stem = '', ending = ''] = short
  if (ending === 't') return NEGATED[stem] ?? [stem.replace(/n$/, ''), 'not']
  if (ending === 's') return CONTRACTED.has(stem) ? [stem, 'is'] : [corrected(stem, vocabulary)]
  // `How'd I sleep` asks of what was.
  if (ending === 'd' && ASKING.has(stem)) return [stem, 'did']
  return [stem, ENDINGS[ending] ?? ending]
}

const NEGATED: Readonly<Record<string, string[]>> = { can: ['can', 'not'], won: ['will', 'not'] }
const ASKING: ReadonlySet<string> = new Set(['how', 'what', 'where', 'when', 'why', 'who'])
const CONTRACTED: ReadonlySet<string> = new Set('what how where when who why that it there he she here'.split(' '))
const ENDINGS: Readonly<Record<string, string>> = { re: 'are', m: 'am', ve: 'have', ll: 'will', d: 'would' }

const NUMBERS: Readonly<Record<string, number>> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fourteen: 14,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  sixty: 60,
  ninety: 90,
}

const ORDINALS = 'first second third fourth fifth'.split(' ')
const ORDINAL = new RegExp(`\\b(?:${ORDINALS.join('|')})(?= quarter\\b| of (?:${MONTHS.join('|')})\\b)`, 'g')

function withDigits(text: string): string {
  return text
    .replace(/\b[a-z]+\b/g, (word) => (Object.hasOwn(NUMBERS, word) ? String(NUMBERS[word]) : word))
    .replace(ORDINAL, (word) => `${ORDINALS.indexOf(word) + 1}`)
    .replace(/\b(\d+) thousand\b/g, (_, figure: string) => String(Number(figure) * 1000))
    .replace(/\b(?:a )?couple (?:of )?(?=days|nights|weeks|months|years)/g, '2 ')
    .replace(/\b(?:a )?few (?=days|nights|weeks|months|years)/g, '3 ')
    .replace(/\b(?:one|an?) (day|week|month|year|fortnight)(?= ago)/g, '1 $1')
    .replace(/\bone (?=day|night|week|month|year)/g, '1 ')
}
