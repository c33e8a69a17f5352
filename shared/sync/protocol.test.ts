import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { canonicalJson } from '../document/canonical-json.ts'
import * as messages from './messages.ts'
import { LIMITS, PATHS, PROTOCOL, PROTOCOL_VERSION } from './protocol.ts'

/**
 * What each version of the protocol came to. A version that devices out there speak is never edited: what changes on the wire
 * gets a new `PROTOCOL_VERSION`, and a new line here.
 */
const WIRE_HASHES: Readonly<Record<number, string>> = {
  1: 'd43d89d57b1571c3a519d2117ea5c3f1',
}

/** Every schema of the messages, as what is written on the wire. */
function wireSchemas(): Record<string, unknown> {
  const schemas: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(messages))
    if (value instanceof z.core.$ZodType) schemas[name] = z.toJSONSchema(value, { io: 'input' })
  return schemas
}

function hashOf(wire: unknown): string {
  const plain = z.json().parse(JSON.parse(JSON.stringify(wire)))
  return createHash('sha256').update(canonicalJson(plain)).digest('hex').slice(0, 32)
}

describe('the wire', () => {
  it('[S8] is what it was when its version was given', () => {
    const hash = hashOf({ schemas: wireSchemas(), limits: LIMITS, paths: PATHS, protocol: PROTOCOL })
    expect(WIRE_HASHES[PROTOCOL_VERSION], 'the wire changed: raise PROTOCOL_VERSION and note its hash').toBe(hash)
  })

  it('is known in all its schemas, and a change of one shows', () => {
    const schemas = wireSchemas()
    expect(Object.keys(schemas)).toEqual(
      expect.arrayContaining(['syncRequestSchema', 'pushItemSchema', 'syncResponseSchema', 'keyslotSchema']),
    )
    expect(JSON.stringify(schemas['pushItemSchema'])).toContain('"pattern"')
    const wider = z.toJSONSchema(z.extend(messages.pushItemSchema, { more: z.optional(z.string()) }), {
      io: 'input',
    })
    expect(hashOf({ ...schemas, pushItemSchema: wider })).not.toBe(hashOf(schemas))
  })
})
