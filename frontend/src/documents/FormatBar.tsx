import { Bold, Heading2, Italic, Link2, List, Quote } from 'lucide-react'
import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../ui/Button'
import styles from './Editor.module.css'
import { prefixLines, surround, type Marked } from './markdown'

interface FormatBarProps {
  area: RefObject<HTMLTextAreaElement | null>
  disabled: boolean
  onChange: (content: string) => void
}

/** Writes the marks of Markdown around what is selected. */
export function FormatBar({ area, disabled, onChange }: FormatBarProps) {
  const { t } = useTranslation('documents')
  const tools = [
    { name: 'heading', Icon: Heading2, apply: (marked: Marked) => prefixLines(marked, '## ') },
    { name: 'bold', Icon: Bold, apply: (marked: Marked) => surround(marked, '**', '**') },
    { name: 'italic', Icon: Italic, apply: (marked: Marked) => surround(marked, '*', '*') },
    { name: 'list', Icon: List, apply: (marked: Marked) => prefixLines(marked, '- ') },
    { name: 'quote', Icon: Quote, apply: (marked: Marked) => prefixLines(marked, '> ') },
    { name: 'link', Icon: Link2, apply: (marked: Marked) => surround(marked, '[', '](https://)') },
  ] as const
  const use = (apply: (marked: Marked) => Marked) => {
    const textarea = area.current
    if (!textarea) return
    const { value: text, selectionStart: start, selectionEnd: end } = textarea
    const after = apply({ text, start, end })
    onChange(after.text)
    requestAnimationFrame(() => {
      textarea.focus()
      textarea.setSelectionRange(after.start, after.end)
    })
  }
  return (
    <div role="group" aria-label={t('format.toolbar')} className={styles.format}>
      {tools.map(({ name, Icon, apply }) => (
        <IconButton key={name} label={t(`format.${name}`)} disabled={disabled} onClick={() => use(apply)}>
          <Icon aria-hidden="true" />
        </IconButton>
      ))}
    </div>
  )
}
