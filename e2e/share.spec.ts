import type { Page } from '@playwright/test'
import { readyForOffline } from './support/service-worker.ts'
import { expect, test } from './support/test.ts'

const CSV = 'date,weight,steps\n2026-01-05,81.4,9000\n2026-01-06,81.2,12000\n'

/** What Android does with a file shared to the installed app: a form post to the share target. */
async function shareFile(page: Page, origin: string): Promise<void> {
  await page.evaluate(
    ({ action, csv }) => {
      const form = document.createElement('form')
      form.method = 'post'
      form.enctype = 'multipart/form-data'
      form.action = action
      const input = document.createElement('input')
      input.type = 'file'
      input.name = 'file'
      const files = new DataTransfer()
      files.items.add(new File([csv], 'shared weights.csv', { type: 'text/csv' }))
      input.files = files.files
      form.append(input)
      document.body.append(form)
      form.submit()
    },
    { action: `${origin}/share`, csv: CSV },
  )
  await page.waitForURL(`${origin}/import`)
}

test('a file shared from another app opens in the import wizard, with no network', async ({
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
  }, CSV)
  await page.goto('/import')
  await expect(page.getByText('opened weights.csv').first()).toBeVisible()
})
