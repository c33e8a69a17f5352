import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import * as z from 'zod/mini'
import { canonicalJson } from '../document/canonical-json.ts'
import * as events from './events.ts'
import { COACH_LIMITS } from './limits.ts'
import { COACH_PATHS, COACH_PROBLEMS, COACH_PROTOCOL_VERSION } from './protocol.ts'
import * as turn from './turn.ts'

/** What each version of the messages came to: what changes on the wire gets a new version, and a new line here. */
const WIRE_HASHES: Readonly<Record<number, string>> = {
  1: 'ece27d225191c0b3557f48df3782f594',
}

it('the messages of the coach are what they were when their version was given', () => {
  const schemas: Record<string, unknown> = {}
  for (const [name, value] of Object.entries({ ...events, ...turn }))
    if (value instanceof z.core.$ZodType) schemas[name] = z.toJSONSchema(value, { io: 'input' })
  expect(Object.keys(schemas)).toEqual(expect.arrayContaining(['turnRequestSchema', 'errorSchema', 'doneSchema']))
  const wire = { schemas, limits: COACH_LIMITS, paths: COACH_PATHS, problems: COACH_PROBLEMS }
  const plain = z.json().parse(JSON.parse(JSON.stringify(wire)))
  const hash = createHash('sha256').update(canonicalJson(plain)).digest('hex').slice(0, 32)
  expect(WIRE_HASHES[COACH_PROTOCOL_VERSION], 'the wire changed: raise the version and note its hash').toBe(hash)
})
