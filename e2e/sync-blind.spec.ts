import { randomBytes } from 'node:crypto'
import { cpSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import Database from 'better-sqlite3'
import { canonicalJson } from '../shared/document/canonical-json.ts'
import { backedUp, createAccount, EMAIL, letIn, PASSPHRASE } from './support/account.ts'
import { saveBackup } from './support/backup-file.ts'
import { findSecrets, type Place, type Secret, type StampedDocument, secretsOf } from './support/blind-scan.ts'
import { logValue, openToday, test, tile } from './support/devices.ts'
import { expect } from './support/test.ts'

test.setTimeout(300_000)

const DAY = '2024-02-29'
const METRICS = [
  ['Weight', '74.6'],
  ['Steps', '48213'],
  ['Sleep', '7.25'],
  ['Calories', '2173'],
  ['Protein', '137'],
  ['Cold plunges', '4321'],
] as const
/** All that is typed or chosen below and is more than a number. */
const TYPED = ['Cold plunges', 'dips', 'A quiet morning in Zanzibar', 'long walk', '🦫', 'illness', '2025-07-14', DAY]
const IMPORTED = 'date,weight,steps\n2019-03-07,81.4,19876\n2019-03-08,81.2,12345\n'
const SEARCHED = 'zanzibar morning'

test('[E7] the server’s disk and log hold nothing of what is entered on a device, of any kind', async ({
  page: a,
  openDevice,
  server,
}, testInfo) => {
  const code = await createAccount(a, server.url)
  await openToday(a, server.url)
  await enterEverything(a, server.url)
  await backedUp(a)
  const b = await openDevice()
  await letIn(a, b, server.url)
  await b.goto(`${server.url}/?day=${DAY}`)
  await expect(tile(b, 'Steps')).toContainText('48 213', { timeout: 20_000 })

  const documents = documentsIn(await saveBackup(a, server.url))
  const secrets: Secret[] = [
    ...secretsOf(documents),
    ...[PASSPHRASE, code, code.replaceAll(' ', ''), SEARCHED, 'scale at home'].map((text) => ({ what: 'typed', text })),
  ]
  expect(new Set(documents.map(({ collection }) => collection))).toEqual(
    new Set(['day', 'mood', 'metric', 'pause', 'profile']),
  )
  for (const typed of TYPED) expect(JSON.stringify(documents)).toContain(typed)

  const data = testInfo.outputPath('data')
  const log = { name: 'the log', content: Buffer.from(wordsOf(server.log)) }
  expect(log.content.toString()).toContain('/api/sync')
  const running = filesIn(data)
  expect(running.map(({ name }) => name)).toEqual(expect.arrayContaining(['ownit.db', 'ownit.db-wal']))
  expect(findSecrets([log, ...running], secrets)).toEqual([])
  expect(findSecrets([log], [{ what: 'e-mail address', text: EMAIL }])).toEqual([])
  await server.stop()
  expect(findSecrets(filesIn(data), secrets)).toEqual([])

  // The same scan of a server that is not blind finds every one of them.
  const seeing = testInfo.outputPath('seeing')
  cpSync(data, seeing, { recursive: true })
  const said = [...documents.map(plainText), ...secrets.map(({ text }) => text)]
  keepInPlain(join(seeing, 'ownit.db'), said)
  expect(findSecrets(filesIn(seeing), secrets)).toHaveLength(secrets.length)
  for (const encoding of ['utf8', 'base64', 'base64url', 'hex'] as const) {
    const content = Buffer.from(said.map((text) => Buffer.from(text).toString(encoding)).join('\n'))
    expect(findSecrets([{ name: encoding, content }], secrets)).toHaveLength(secrets.length)
  }
})

/** Something of every kind that a person can enter, by the screens on which it is entered. */
async function enterEverything(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/settings`)
  await page.getByRole('radio', { name: 'pounds', exact: true }).check()
  await expect(page.getByText('Weight is shown in lb').first()).toBeVisible()
  await page.getByRole('radio', { name: 'kilograms', exact: true }).check()
  await expect(page.getByText('Weight is shown in kg').first()).toBeVisible()
  await page.getByRole('button', { name: 'Add your own' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name').fill('Cold plunges')
  await dialog.getByLabel('Unit').fill('dips')
  await dialog.getByLabel('Lowest possible').fill('0')
  await dialog.getByLabel('Highest possible').fill('5000')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('switch', { name: 'Cold plunges (dips)' })).toBeChecked()

  await page.goto(`${origin}/?day=${DAY}`)
  for (const [metric, value] of METRICS) await logValue(page, metric, value, '')

  await page.goto(`${origin}/mood?log=1`)
  await dialog.getByLabel('Day').fill(DAY)
  await dialog.getByLabel('Time').fill('06:47')
  await dialog.getByRole('radio', { name: 'Good' }).check()
  await dialog
    .getByRole('group', { name: /^Energy/ })
    .getByRole('radio', { name: '4, high' })
    .check()
  await dialog
    .getByRole('group', { name: /^Stress/ })
    .getByRole('radio', { name: '2, low' })
    .check()
  await dialog.getByRole('textbox', { name: 'Tags' }).fill('long walk, seaside')
  await dialog.getByLabel('What is on your mind?').fill('A quiet morning in Zanzibar')
  await dialog.getByRole('textbox', { name: 'Emoji' }).fill('🦫')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toHaveCount(0)
  await page.getByRole('searchbox').fill(SEARCHED)
  await expect(page.getByText('One entry matches.')).toBeVisible()

  await page.goto(`${origin}/streaks`)
  await page.getByRole('button', { name: 'Add a pause' }).click()
  await dialog.getByLabel('First day').fill('2025-07-01')
  await dialog.getByLabel('Last day').fill('2025-07-14')
  await dialog.getByRole('radio', { name: /illness/i }).check()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toHaveCount(0)

  await page.goto(`${origin}/import`)
  await page
    .getByLabel('Choose a CSV file')
    .setInputFiles({ name: 'scale at home.csv', mimeType: 'text/csv', buffer: Buffer.from(IMPORTED) })
  await page.getByRole('button', { name: /^Import [\d\s]+ values?$/ }).click()
  await expect(page.getByRole('heading', { name: 'Imported scale at home.csv' })).toBeVisible()
}

function documentsIn(backup: string): readonly StampedDocument[] {
  const content: { readonly documents: readonly StampedDocument[] } = JSON.parse(readFileSync(backup, 'utf8'))
  return content.documents
}

const filesIn = (folder: string): Place[] =>
  readdirSync(folder).map((name) => ({ name, content: readFileSync(join(folder, name)) }))

/** Log lines without what may be any digits (when, how long, the request's random name), and without the app's own files. */
function wordsOf(log: string): string {
  return log.replaceAll(/"(?:time|ms|requestId)":(?:"[^"]*"|[\d.]+),?|"path":"\/assets\/[^"?]*"/g, '')
}

/** What is sealed of a document, not sealed. */
const plainText = ({ collection, id, fields, stamps }: StampedDocument): string =>
  canonicalJson({ c: collection, i: id, f: fields, s: stamps })

/** Writes texts as if they were envelopes. */
function keepInPlain(file: string, texts: readonly string[]): void {
  const database = new Database(file)
  const insert = database.prepare(
    `INSERT INTO documents (account, key, version, part, envelope)
     SELECT id, ?, (SELECT max(version) + 1 FROM documents), digest, ? FROM account_state`,
  )
  for (const text of texts) insert.run(randomBytes(16), Buffer.from(text))
  database.close()
}
