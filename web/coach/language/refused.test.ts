import { expect, it } from 'vitest'
import { BUILT_IN_METRICS } from '../../../shared/metric/catalogue.ts'
import { metricWords } from './metric-names.ts'
import { plainText } from './plain-text.ts'
import { CRISIS, DIAGNOSIS, MEDICATION } from './refused.ts'
import { corrected, vocabularyOf } from './spelling.ts'

const VOCABULARY = vocabularyOf(metricWords(BUILT_IN_METRICS))

it('danger is found by words that no mending of slips takes for others', () => {
  const words = CRISIS.source.match(/(?<![\w\\])[a-z]{4,}(?![\w\\?[(*+])/g) ?? []
  expect(words.length).toBeGreaterThan(100)
  expect(words.filter((word) => corrected(word, VOCABULARY) !== word)).toEqual([])
})

it.each([
  "I don't see the point any more",
  'I just want to go to sleep and not wake up',
  'nobody would even notice if I was gone',
  'my son swallowed a whole bottle of paracetamol what do i do',
  "I'm so tired of being alive",
  'how many ibuprofen would it take to not wake up',
  "my teenage daughter is hurting herself and I don't know who to call",
  "he said he'll kill me if I leave",
  'unalive thoughts are back',
  "I'm pregnant and bleeding heavily",
  "my flatmate's lips are blue and he won't wake up, think he took something",
  "i've got the pills lined up in front of me",
  "I'd rather be dead than weigh this much, and I mean it",
  'baby is having a seizure help',
  "my dad's face is drooping on one side",
  'i keep getting urges to hurt my kid',
])('danger, however it is put: %s', (text) => {
  expect(plainText(text, VOCABULARY)).toMatch(CRISIS)
})

it.each([
  "I'm dying to know my step count",
  'killed it at the gym today, how many steps?',
  'dead tired after 4 hours of sleep',
  'I did not wake up once last night',
  'how do I not wake up so early',
  'what is the point of my goal',
  'my legs are killing me after 20k steps',
  'how many kms did I walk',
  'is meditation good for my mood',
  'how many steps on purpose-built trails',
])('what only sounds like it: %s', (text) => {
  const plain = plainText(text, VOCABULARY)
  for (const pattern of [CRISIS, MEDICATION, DIAGNOSIS]) expect(plain).not.toMatch(pattern)
})
