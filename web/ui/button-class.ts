import styles from './Button.module.css'

/** `primary` once a screen, `quiet` for the rest, `danger` for what removes, `plain` inside a line of text or a list. */
export type ButtonTone = 'primary' | 'quiet' | 'danger' | 'plain'

/** The look of a button, for a link that is one: `<Link className={buttonClass('primary')}>`. */
export function buttonClass(tone: ButtonTone = 'quiet'): string {
  return `${styles['button']} ${styles[tone]}`
}
