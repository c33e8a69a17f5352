import { TextField } from '../../ui/TextField.tsx'

export interface EmailFieldProps {
  readonly value: string
  readonly onValue: (value: string) => void
  readonly error?: string | undefined
  readonly hint?: string | undefined
}

/** The name of an account. Nothing is ever sent there. */
export function EmailField({ value, onValue, error, hint }: EmailFieldProps) {
  return (
    <TextField
      label="E-mail address"
      hint={hint}
      error={error}
      type="email"
      inputMode="email"
      autoComplete="username"
      autoCapitalize="none"
      value={value}
      onValue={onValue}
    />
  )
}

/** What is wrong with an address, as far as anybody can see without writing to it. */
export function problemOfEmail(email: string): string | undefined {
  return /^\S+@\S+\.\S+$/.test(email.trim()) || /^\S+@localhost$/.test(email.trim())
    ? undefined
    : 'Type your e-mail address, such as anna@example.org.'
}
