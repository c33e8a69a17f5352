import type { Page } from '@playwright/test'

/** Two days with two values each. */
export const SHARED_CSV = 'date,weight,steps\n2026-01-05,81.4,9000\n2026-01-06,81.2,12000\n'

/** What Android does with a file shared to the installed app: a form post to the share target. */
export async function shareFile(page: Page, origin: string): Promise<void> {
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
    { action: `${origin}/share`, csv: SHARED_CSV },
  )
  await page.waitForURL(`${origin}/import`)
}
