/** What a page needs of the importer without its parsers: the types, and what may be chosen. */
export type * from './import-types.ts'
export { REFUSED_KEPT } from './import-types.ts'
export { unitsOf } from './unit-conversion.ts'
