import { ROUTES } from '../web/app/routes.ts'
import { readyForOffline } from './support/service-worker.ts'
import { expect, test } from './support/test.ts'

test.describe('installed and offline', () => {
  test('every route opens and reloads with the server stopped, after one visit', async ({ page, server, problems }) => {
    await page.goto(`${server.url}/`)
    await readyForOffline(page)
    await server.stop()
    // Chromium logs its own failed look for a new worker.
    problems.allow(/sw\.js/)
    for (const { path } of ROUTES) {
      await page.goto(`${server.url}${path}`)
      await expect(page.getByRole('main')).toBeVisible()
      await expect(page.getByRole('heading', { level: 1 }).first(), path).toBeVisible()
      await page.reload()
      await expect(page.getByRole('heading', { level: 1 }).first(), `${path} again`).toBeVisible()
    }
  })

  test('the app opens after the browser was closed, with the server never seen again', async ({
    server,
    openProfile,
  }) => {
    const first = await openProfile()
    const visit = await first.newPage()
    await visit.goto(`${server.url}/`)
    await readyForOffline(visit)
    await first.close()
    await server.stop()
    const page = await (await openProfile()).newPage()
    await page.goto(`${server.url}/history`)
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
  })

  test('a missing script stays missing: the page never stands in for it', async ({ page, problems }) => {
    problems.allow(/404/)
    await page.goto('/')
    await readyForOffline(page)
    const answer = await page.evaluate(async () => {
      const response = await fetch('/assets/gone-12345678.js')
      return { status: response.status, type: response.headers.get('content-type') }
    })
    expect(answer).toEqual({ status: 404, type: expect.stringContaining('text/plain') })
  })
})

test.describe('the manifest', () => {
  test('is one that Chromium installs, and all it names exists', async ({ page, request }) => {
    await page.goto('/')
    const session = await page.context().newCDPSession(page)
    const { errors, url } = await session.send('Page.getAppManifest')
    expect(errors).toEqual([])
    const { installabilityErrors } = await session.send('Page.getInstallabilityErrors')
    // Tests run in windows that count as private, which alone keeps it from being installed.
    expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([])

    const manifest: ManifestLinks = await (await request.get(url)).json()
    const named = [
      ...manifest.icons,
      ...(manifest.screenshots ?? []),
      ...manifest.shortcuts.flatMap(({ icons }) => icons),
    ]
    for (const { src, sizes, type } of named) {
      const response = await request.get(src)
      expect(response.status(), src).toBe(200)
      expect(response.headers()['content-type'], src).toContain(type)
      if (type === 'image/png') expect(pngSize(await response.body()), src).toBe(sizes)
    }
  })
})

interface ManifestImage {
  readonly src: string
  readonly sizes: string
  readonly type: string
}

interface ManifestLinks {
  readonly icons: readonly ManifestImage[]
  readonly screenshots?: readonly ManifestImage[]
  readonly shortcuts: readonly { readonly icons: readonly ManifestImage[] }[]
}

/** `192x192`, from the header of a PNG file. */
function pngSize(bytes: Buffer): string {
  return `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`
}
