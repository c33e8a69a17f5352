const PLACES = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh']

/** How a group of a code is called, from 0. */
export const groupPlace = (index: number): string => PLACES[index] ?? `${index + 1}th`

/** [V1] Whether `typed` is this group of a code, in any case, with O for 0 and I or L for 1, as codes are read. */
export function isGroupOf(group: string, typed: string): boolean {
  return group !== '' && normalised(typed) === normalised(group)
}

const normalised = (text: string) => text.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')
