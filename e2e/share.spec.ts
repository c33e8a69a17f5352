import { readyForOffline } from './support/service-worker.ts'
import { SHARED_CSV, shareFile } from './support/share-file.ts'
import { tabTo } from './support/tab-to.ts'
import { expect, test } from './support/test.ts'

test('a file shared from another app opens in the import wizard and is imported by keyboard alone, with no network', async ({
  page,
  server,
  problems,
}) => {
  problems.allow(/sw\.js/)
  await page.goto(`${server.url}/`)
  await readyForOffline(page)
  await server.stop()
  await shareFile(page, server.url)
  await expect(page.getByText('shared weights.csv').first()).toBeVisible()
  await tabTo(page, page.getByRole('button', { name: /^Import 4 values/ }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Imported shared weights.csv' })).toBeVisible()
  await tabTo(page, page.getByRole('button', { name: 'Undo the import' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Taken back' })).toBeVisible()
})

test('a file shared before the service worker runs still opens the import page', async ({ browser, server }) => {
  const context = await browser.newContext({ serviceWorkers: 'block' })
  const page = await context.newPage()
  await page.goto(`${server.url}/`)
  await shareFile(page, server.url)
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
  await context.close()
})

test('a file opened with the installed app opens in the import wizard', async ({ page }) => {
  await page.addInitScript((csv) => {
    const file = new File([csv], 'opened weights.csv', { type: 'text/csv' })
    const launchQueue = {
      setConsumer: (consume: (params: { files: { getFile(): Promise<File> }[] }) => void) =>
        consume({ files: [{ getFile: () => Promise.resolve(file) }] }),
    }
    Object.defineProperty(window, 'launchQueue', { value: launchQueue })
  }, SHARED_CSV)
  await page.goto('/import')
  await expect(page.getByText('opened weights.csv').first()).toBeVisible()
})
