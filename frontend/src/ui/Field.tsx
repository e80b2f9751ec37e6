import { useId, type ComponentProps, type ReactNode } from 'react'
import styles from './Field.module.css'

interface Common {
  label: string
  hint?: ReactNode
  /** What is wrong with it, and how to mend that. */
  error?: string | undefined
}

interface Attributes {
  id: string
  'aria-invalid': true | undefined
  'aria-describedby': string | undefined
  className: string | undefined
}

function Labelled({ label, hint, error, children }: Common & { children: (attributes: Attributes) => ReactNode }) {
  const id = useId()
  const described = [error !== undefined && `${id}-error`, hint !== undefined && `${id}-hint`].filter(Boolean).join(' ')
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        'aria-invalid': error === undefined ? undefined : true,
        'aria-describedby': described === '' ? undefined : described,
        className: styles.control,
      })}
      {error !== undefined && (
        <p id={`${id}-error`} className={styles.error}>
          {error}
        </p>
      )}
      {hint !== undefined && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
    </div>
  )
}

export function TextField({ label, hint, error, ...input }: Common & ComponentProps<'input'>) {
  return (
    <Labelled label={label} hint={hint} error={error}>
      {attributes => <input {...input} {...attributes} />}
    </Labelled>
  )
}

export function TextArea({ label, hint, error, ...input }: Common & ComponentProps<'textarea'>) {
  return (
    <Labelled label={label} hint={hint} error={error}>
      {attributes => <textarea rows={4} {...input} {...attributes} />}
    </Labelled>
  )
}

interface ChoiceProps<T extends string> extends Common {
  value: T
  options: Record<T, string>
  onChoose: (value: T) => void
}

export function Choice<T extends string>({ label, hint, error, value, options, onChoose }: ChoiceProps<T>) {
  return (
    <Labelled label={label} hint={hint} error={error}>
      {attributes => (
        <select {...attributes} value={value} onChange={event => onChoose(event.target.value as T)}>
          {Object.entries<string>(options).map(([option, text]) => (
            <option key={option} value={option}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  )
}
