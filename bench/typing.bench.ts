import type { Bench } from './bench.ts'
import { quantile } from './statistics.ts'
import { tenYears } from './ten-years-profile.ts'

const VALUES = 80

/** From a keystroke until the screen shows what was read back from the database, with ten years in it. */
export const typingBench: Bench = async (browser) => {
  const { context, page } = await tenYears(browser)
  await page.goto(`${browser.url}/?log=weight`)
  const field = page.getByRole('textbox', { name: /Weight/ })
  await field.waitFor()
  const times: number[] = []
  for (let index = 0; index < VALUES; index += 1) {
    const text = (60 + (index % 100) / 10 + 10 * (index % 2)).toFixed(1)
    // Armed first and awaited after the typing, so the page times itself.
    const shown = page.evaluate(
      (expected) =>
        new Promise<number>((resolve) => {
          addEventListener(
            'input',
            (event) => {
              const look = () => {
                const said = [...document.querySelectorAll('dialog [role=status]')].some((element) =>
                  element.textContent.includes(`${expected} kg saved`),
                )
                if (!said) return
                observer.disconnect()
                requestAnimationFrame(() => resolve(performance.now() - event.timeStamp))
              }
              const observer = new MutationObserver(look)
              observer.observe(document.body, { subtree: true, childList: true, characterData: true })
            },
            { capture: true, once: true },
          )
        }),
      text,
    )
    await field.fill(text)
    times.push(await shown)
  }
  await context.close()
  return [
    {
      name: 'typed-value-saved-and-shown-p95',
      value: quantile(times, 0.95),
      detail: `median ${quantile(times, 0.5).toFixed(1)} ms`,
    },
  ]
}
