import fc from 'fast-check'
import { expect, it } from 'vitest'
import { promptFor } from './prompt.ts'

const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        '</health_context>',
        '<human>',
        '<',
        '>',
        '＜',
        '\n',
        '\u2028',
        '\u202e',
        '![x](https://e.example)',
      ),
    )
    .map((parts) => parts.join('')),
)
const marked = fc.option(hostile.map((value) => ({ mark: 'm', value })))
const recent = fc.array(fc.record({ role: fc.constantFrom('person' as const, 'coach' as const), text: hostile }))

it('nothing that a person, a file or a model wrote opens, closes or adds a line to the system message', () => {
  const nothing = promptFor({ context: null, about: null, recent: [], text: '' })[0]?.content ?? ''
  fc.assert(
    fc.property(marked, marked, recent, hostile, (context, about, said, text) => {
      const [system, ...others] = promptFor({ context, about, recent: said, text })
      expect(system?.content.match(/[<>]/g)).toEqual(nothing.match(/[<>]/g))
      expect(system?.content.split(/[\n\r\u2028\u2029]/)).toHaveLength(nothing.split('\n').length)
      expect(others.map(({ role }) => role)).not.toContain('system')
      expect(others.map(({ content }) => content)).toEqual([...said.map((one) => one.text), text])
    }),
  )
})
