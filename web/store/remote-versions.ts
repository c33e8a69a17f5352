import { DIGEST_BYTES, xorInto } from '../../shared/sync/digest.ts'
import type { EnvelopeKey } from '../../shared/sync/messages.ts'
import { LIMITS } from '../../shared/sync/protocol.ts'
import type { Database } from './database.ts'
import type { RemoteShard } from './sync-rows.ts'

/** What the server holds under a key: the version, 0 for nothing, and its part of the digest (16 bytes). */
export interface RemoteVersion {
  readonly key: EnvelopeKey
  readonly version: number
  readonly part: Uint8Array
}

/**
 * One entry: the key in ASCII, the version as a double, the part of the digest. Packed and sharded by the key's first
 * character, because a row for each document costs as much to write as the document: with 500 documents a page and 64
 * shards, a page of ten years of days rewrites 64 rows of 5 KB and not 500 rows.
 */
const VERSION_AT = LIMITS.keyLength
const PART_AT = VERSION_AT + 8
const ENTRY_BYTES = PART_AT + DIGEST_BYTES

/** The version that the server is known to hold under each key; keys under which it holds nothing are absent. */
export async function readVersions(db: Database, keys: readonly EnvelopeKey[]): Promise<Map<EnvelopeKey, number>> {
  const versions = new Map<EnvelopeKey, number>()
  const shards = await readShards(db, keys)
  for (const key of keys) {
    const version = shards.get(shardOf(key))?.versionOf(key) ?? 0
    if (version > 0) versions.set(key, version)
  }
  return versions
}

/** Notes versions higher than the known ones; a version of 0 notes that nothing is there. Answers the new `digest`. */
export async function writeVersions(
  db: Database,
  noted: readonly RemoteVersion[],
  digest: Uint8Array,
): Promise<Uint8Array<ArrayBuffer>> {
  const after = new Uint8Array(digest)
  if (noted.length === 0) return after
  const shards = await readShards(
    db,
    noted.map(({ key }) => key),
  )
  for (const remote of noted) {
    const name = shardOf(remote.key)
    const shard = shards.get(name) ?? new Shard(new Uint8Array(0))
    shards.set(name, shard)
    shard.note(remote, after)
  }
  await db.remote.bulkPut([...shards].map(([shard, { entries }]): RemoteShard => ({ shard, entries })))
  return after
}

async function readShards(db: Database, keys: readonly EnvelopeKey[]): Promise<Map<string, Shard>> {
  const names = [...new Set(keys.map(shardOf))]
  const rows = await db.remote.bulkGet(names)
  const shards = new Map<string, Shard>()
  for (const row of rows) if (row !== undefined) shards.set(row.shard, new Shard(row.entries))
  return shards
}

const shardOf = (key: EnvelopeKey): string => key.charAt(0)

class Shard {
  /** Holds room for more than `#count` entries while it is being written. */
  #bytes: Uint8Array<ArrayBuffer>
  #count: number
  #places: Map<string, number> | undefined

  constructor(entries: Uint8Array<ArrayBuffer>) {
    this.#bytes = entries
    this.#count = entries.length / ENTRY_BYTES
  }

  get entries(): Uint8Array<ArrayBuffer> {
    return this.#bytes.slice(0, this.#count * ENTRY_BYTES)
  }

  versionOf(key: EnvelopeKey): number {
    const place = this.#placeOf(key)
    return place === undefined ? 0 : this.#view(place).getFloat64(VERSION_AT)
  }

  note({ key, version, part }: RemoteVersion, digest: Uint8Array): void {
    const known = this.#placeOf(key)
    const place = known ?? this.#append(key)
    const view = this.#view(place)
    if (version !== 0 && version <= view.getFloat64(VERSION_AT)) return
    const held = this.#bytes.subarray(place + PART_AT, place + ENTRY_BYTES)
    xorInto(digest, held)
    view.setFloat64(VERSION_AT, version)
    if (version === 0) held.fill(0)
    else held.set(part)
    xorInto(digest, held)
  }

  #view(place: number): DataView {
    return new DataView(this.#bytes.buffer, this.#bytes.byteOffset + place, ENTRY_BYTES)
  }

  #placeOf(key: EnvelopeKey): number | undefined {
    this.#places ??= placesOf(this.#bytes, this.#count)
    return this.#places.get(key)
  }

  #append(key: EnvelopeKey): number {
    const place = this.#count * ENTRY_BYTES
    if (place === this.#bytes.length) {
      const roomier = new Uint8Array(Math.max(8 * ENTRY_BYTES, 2 * place))
      roomier.set(this.#bytes)
      this.#bytes = roomier
    }
    for (let index = 0; index < key.length; index += 1) this.#bytes[place + index] = key.charCodeAt(index)
    this.#count += 1
    this.#places?.set(key, place)
    return place
  }
}

/** One character a byte, whatever the byte. */
const latin1 = new TextDecoder('latin1')

function placesOf(bytes: Uint8Array, count: number): Map<string, number> {
  // Decoded at once: each key by itself costs ten times as much.
  const text = latin1.decode(bytes)
  const places = new Map<string, number>()
  for (let index = 0; index < count; index += 1) {
    const place = index * ENTRY_BYTES
    places.set(text.slice(place, place + LIMITS.keyLength), place)
  }
  return places
}
