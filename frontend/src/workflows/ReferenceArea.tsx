import { useId, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import field from '../ui/Field.module.css'
import styles from './ReferenceArea.module.css'
import { complete, matching, typingAt, type Reference } from './references'

interface ReferenceAreaProps {
  label: string
  value: string
  onChange: (value: string) => void
  onBlur: () => void
  references: readonly Reference[]
  required?: boolean
  invalid?: boolean
  /** How many lines it has; one line grows with what is in it. */
  rows?: number
}

const SHOWN = 40

/**
 * A text in which references are completed: `{` offers what the text may refer to, arrow keys choose, Enter or Tab takes,
 * Escape closes (the pattern of an editable combobox with a list, ARIA Authoring Practices Guide).
 */
export function ReferenceArea({
  label,
  value,
  onChange,
  onBlur,
  references,
  required,
  invalid,
  rows = 5,
}: ReferenceAreaProps) {
  const { t } = useTranslation('workflows')
  const id = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  const nextCaret = useRef<number>(undefined)
  const [caret, setCaret] = useState<number>()
  const [active, setActive] = useState(0)
  const typing = caret === undefined ? undefined : typingAt(value, caret)
  const offered = typing ? matching(references, typing.typed).slice(0, SHOWN) : []
  const open = offered.length > 0
  const chosen = Math.min(active, offered.length - 1)

  useLayoutEffect(() => {
    if (nextCaret.current === undefined) return
    area.current?.setSelectionRange(nextCaret.current, nextCaret.current)
    nextCaret.current = undefined
  })
  useLayoutEffect(() => {
    if (open) document.getElementById(`${id}-${chosen}`)?.scrollIntoView({ block: 'nearest' })
  }, [id, open, chosen])

  const close = () => setCaret(undefined)
  const take = (reference: Reference | undefined) => {
    if (!reference || !typing || caret === undefined) return
    const done = complete(value, typing, caret, reference)
    nextCaret.current = done.caret
    onChange(done.text)
    close()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!open) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) setActive((chosen + step + offered.length) % offered.length)
    else if (event.key === 'Enter' || event.key === 'Tab') take(offered[chosen])
    else if (event.key === 'Escape') close()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className={field.field}>
      <label htmlFor={id}>{label}</label>
      <div className={styles.area}>
        <textarea
          ref={area}
          id={id}
          rows={rows}
          className={[field.control, rows === 1 && styles.line].filter(Boolean).join(' ')}
          value={value}
          required={required}
          aria-invalid={invalid ? true : undefined}
          aria-describedby={`${id}-hint`}
          aria-autocomplete="list"
          aria-haspopup="listbox"
          aria-controls={open ? `${id}-list` : undefined}
          aria-activedescendant={open ? `${id}-${chosen}` : undefined}
          onChange={event => {
            onChange(event.target.value)
            setCaret(event.target.selectionStart)
            setActive(0)
          }}
          onKeyDown={onKeyDown}
          onBlur={() => {
            close()
            onBlur()
          }}
        />
        {open && (
          <div id={`${id}-list`} role="listbox" aria-label={t('references')} className={styles.list}>
            {offered.map((reference, index) => (
              // The keyboard works from the text itself, which keeps the focus.
              // eslint-disable-next-line jsx-a11y/click-events-have-key-events
              <div
                key={reference.text}
                id={`${id}-${index}`}
                role="option"
                tabIndex={-1}
                aria-selected={index === chosen}
                onMouseDown={event => event.preventDefault()}
                onClick={() => take(reference)}
              >
                <code>{reference.text}</code>
                <span>{reference.from === '' ? t('input') : reference.from}</span>
              </div>
            ))}
          </div>
        )}
      </div>
      <p id={`${id}-hint`} className={field.hint}>
        {t('referenceHint')}
      </p>
      <span role="status" className="visually-hidden">
        {open && t('referencesFound', { count: offered.length })}
      </span>
    </div>
  )
}
