import { type ReactNode, useId } from 'react'
import { Banner } from './Banner.tsx'
import { Button } from './Button.tsx'
import styles from './FormSheet.module.css'
import { Sheet } from './Sheet.tsx'

export interface FormSheetProps {
  readonly title: string
  /** What the button says that ends it: what will be done. */
  readonly submit: string
  /** Asked for by that button, and by Enter in a field. */
  readonly onSubmit: () => Promise<void>
  readonly onClose: () => void
  /** Why it could not be saved. */
  readonly failure?: string | undefined
  /** The fields. */
  readonly children: ReactNode
}

/** A form in a sheet of its own, which is there while it is drawn. What is wrong is said by the fields, and not by the browser. */
export function FormSheet({ title, submit, onSubmit, onClose, failure, children }: FormSheetProps) {
  const form = useId()
  return (
    <Sheet
      open
      onClose={onClose}
      title={title}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={form} tone="primary">
            {submit}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className={styles['form']}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void onSubmit()
        }}
      >
        {failure !== undefined && <Banner tone="danger">{failure}</Banner>}
        {children}
      </form>
    </Sheet>
  )
}
