import { expect, test } from 'vitest'
import { addToast, removeToast } from './toast-queue.ts'

test('the newest stands last', () => {
  const queue = addToast(addToast([], { text: 'first' }, 1), { text: 'second' }, 2)
  expect(queue.map((toast) => toast.text)).toEqual(['first', 'second'])
})

test('the same key takes the older one away', () => {
  const queue = addToast(addToast([], { key: 'weight', text: '74' }, 1), { key: 'weight', text: '75' }, 2)
  expect(queue).toEqual([{ key: 'weight', text: '75', turn: 2 }])
})

test('toasts without a key do not replace each other', () => {
  expect(addToast(addToast([], { text: 'same' }, 1), { text: 'same' }, 2)).toHaveLength(2)
})

test('two at most: the oldest goes', () => {
  const queue = [1, 2, 3, 4].reduce<ReturnType<typeof addToast>>(
    (all, turn) => addToast(all, { text: `${turn}` }, turn),
    [],
  )
  expect(queue.map((toast) => toast.text)).toEqual(['3', '4'])
})

test("an older turn's timer does not take away what replaced it", () => {
  const queue = addToast(addToast([], { key: 'weight', text: '74' }, 1), { key: 'weight', text: '75' }, 2)
  expect(removeToast(queue, 1)).toBe(queue)
  expect(removeToast(queue, 2)).toEqual([])
})

test('news gives way before an undo does', () => {
  const undo = { label: 'Undo', run: () => {} }
  const weight = addToast([], { text: 'Weight saved', action: undo }, 1)
  const news = addToast(weight, { text: 'Ready to be used with no network.' }, 2)
  const steps = addToast(news, { text: 'Steps saved', action: undo }, 3)
  expect(steps.map((toast) => toast.text)).toEqual(['Weight saved', 'Steps saved'])
})
