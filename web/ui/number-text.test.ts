import { describe, expect, test } from 'vitest'
import { keepsText, NO_DRAFT, type NumberRule, readNumber, settle, stepped } from './number-text.ts'

const RULE: NumberRule = {
  read: (text) => (/^\d+(\.\d*)?$/.test(text.trim()) ? Number(text) : undefined),
  show: (value) => `${value} kg`,
  min: 20,
  max: 300,
}

describe('what is typed', () => {
  test('is nothing while the field is empty', () => {
    expect(readNumber('  ', RULE)).toEqual({ kind: 'empty' })
  })

  test('is a value inside the bounds, both included', () => {
    expect(readNumber('20', RULE)).toEqual({ kind: 'value', value: 20 })
    expect(readNumber('300', RULE)).toEqual({ kind: 'value', value: 300 })
  })

  test('below the least is a problem that further digits may mend', () => {
    expect(readNumber('7', RULE)).toEqual({ kind: 'problem', problem: 'At least 20 kg.', final: false })
  })

  test('above the most is a problem no further digit mends', () => {
    expect(readNumber('746', RULE)).toEqual({ kind: 'problem', problem: 'At most 300 kg.', final: true })
  })

  test('that is no number is said only on leaving', () => {
    expect(readNumber('abc', RULE)).toMatchObject({ kind: 'problem', final: false })
  })
})

describe('the text in a field that lost the focus', () => {
  const typed = { text: '75', sent: { value: 75 } }

  test('stays until the owner holds the value', () => {
    expect(keepsText(settle(typed, 74), undefined)).toBe(true)
    expect(keepsText(settle(typed, 75), undefined)).toBe(false)
  })

  test('stays when the save was refused', () => {
    expect(keepsText(settle(typed, 75), 'Not saved: the disk is full.')).toBe(true)
  })

  test('gives way to an undo once the value had been saved', () => {
    const saved = settle(typed, 75)
    expect(keepsText(settle(saved, 74), undefined)).toBe(false)
  })

  test('stays until an emptied value is emptied', () => {
    const emptied = { text: '', sent: { value: undefined } }
    expect(keepsText(settle(emptied, 75), undefined)).toBe(true)
    expect(keepsText(settle(emptied, undefined), undefined)).toBe(false)
  })

  test('is not there where nothing was typed', () => {
    expect(keepsText(NO_DRAFT, 'Some error')).toBe(false)
  })
})

describe('the arrow keys', () => {
  test('step without the tail of binary fractions', () => {
    expect(stepped(74.6, 1, 0.1, {})).toBe(74.7)
    expect(stepped(74.7, -1, 0.1, {})).toBe(74.6)
  })

  test('begin at the last value in an empty field', () => {
    expect(stepped(undefined, 1, 0.1, { start: 74.6, min: 20 })).toBe(74.6)
  })

  test('begin at the least where there is no last value', () => {
    expect(stepped(undefined, 1, 1, { min: 0 })).toBe(1)
    expect(stepped(undefined, -1, 1, { min: 0 })).toBe(0)
  })

  test('stop at the bounds', () => {
    expect(stepped(300, 1, 0.1, { max: 300 })).toBe(300)
    expect(stepped(20, -1, 0.1, { min: 20 })).toBe(20)
  })
})
