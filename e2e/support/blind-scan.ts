import type { BackupDocument } from './backup-file.ts'

/** Something of the person's that must not be found, and what it is. */
export interface Secret {
  readonly what: string
  readonly text: string
}

export interface StampedDocument extends BackupDocument {
  readonly stamps: Readonly<Record<string, number>>
}

/** Bytes to look through, and where they are from. */
export interface Place {
  readonly name: string
  readonly content: Buffer
}

/** Shorter ones stand in any random bytes by chance. */
const SHORTEST = 5

/** Everything that documents say: collections, ids, fields, values and stamps, each in a text long enough to mean something. */
export function secretsOf(documents: readonly StampedDocument[]): Secret[] {
  const found = documents.flatMap(({ collection, id, fields, stamps }) => [
    { what: `collection ${collection}`, text: JSON.stringify(collection) },
    { what: `id of ${collection}`, text: id.length < SHORTEST ? `"i":${JSON.stringify(id)}` : id },
    ...Object.entries(fields).flatMap(([field, value]) => [
      { what: `${collection}.${field}`, text: `${JSON.stringify(field)}:${JSON.stringify(value)}` },
      ...[value].flat().map((item) => ({ what: `value of ${collection}.${field}`, text: String(item) })),
      // A day's fields are named after metrics; others have names of which a log has its own.
      ...(collection === 'day' ? [{ what: `metric ${field}`, text: field }] : []),
    ]),
    ...Object.entries(stamps).map(([field, stamp]) => ({ what: `stamp of ${field}`, text: String(stamp) })),
  ])
  return [...new Map(found.map((secret) => [secret.text, secret])).values()].filter(
    ({ text }) => text.length >= SHORTEST,
  )
}

/** The secrets that stand in the places: as they are, within JSON in JSON, in hexadecimal or in base64 of something around them. */
export function findSecrets(places: readonly Place[], secrets: readonly Secret[]): string[] {
  return places.flatMap(({ name, content }) =>
    secrets
      .filter(({ text }) => spellingsOf(text).some((spelling) => content.includes(spelling)))
      .map(({ what, text }) => `${what} (${text}) in ${name}`),
  )
}

function spellingsOf(text: string): Buffer[] {
  const bytes = Buffer.from(text)
  const spellings = [text, JSON.stringify(text).slice(1, -1), bytes.toString('hex')]
  for (let before = 0; before < 3; before += 1) {
    // Six bits a character: what belongs wholly to the text is the same whatever stands around it.
    const encoded = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64')
    const own = encoded.slice(Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6))
    spellings.push(own, own.replaceAll('+', '-').replaceAll('/', '_'))
  }
  return [...new Set(spellings)].map((spelling) => Buffer.from(spelling))
}
