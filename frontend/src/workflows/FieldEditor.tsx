import { useTranslation } from 'react-i18next'
import { Choice, TextField } from '../ui/Field'
import { Switch } from '../ui/Switch'
import { ConditionEditor } from './ConditionEditor'
import { InputsEditor } from './InputsEditor'
import type { Field } from './node-types'
import { ReferenceArea } from './ReferenceArea'
import type { Reference } from './references'

interface FieldEditorProps {
  field: Field
  value: unknown
  references: readonly Reference[]
  invalid: boolean
  /** Without a value the field is left out. */
  onChange: (value: unknown) => void
  onSettle: () => void
}

const shown = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')
const orNothing = (text: string) => (text === '' ? undefined : text)
const listShown = (value: unknown) => (Array.isArray(value) ? value.join(', ') : shown(value))

/** A list stays a list, and text with commas stays that. */
function listFrom(text: string, before: unknown): unknown {
  if (text.trim() === '') return undefined
  return typeof before === 'string' || /,\s*$/.test(text) ? text : text.split(',').map(part => part.trim())
}

const isWhole = (text: string) => /^\d{1,4}$/.test(text.trim())

/** One field of a node's data. */
export function FieldEditor({ field, value, references, invalid, onChange, onSettle }: FieldEditorProps) {
  const { t } = useTranslation('workflows')
  const label = t(`fields.${field.key}`)
  const hint = field.standard === undefined ? undefined : t('standard', { value: String(field.standard) })
  const area = { label, references, invalid, required: field.required ?? false, onBlur: onSettle }
  switch (field.kind) {
    case 'text':
      return <ReferenceArea {...area} value={shown(value)} onChange={text => onChange(orNothing(text))} />
    case 'line':
      return <ReferenceArea {...area} rows={1} value={shown(value)} onChange={text => onChange(orNothing(text))} />
    case 'count':
      return (
        <ReferenceArea
          {...area}
          rows={1}
          value={shown(value)}
          onChange={text => onChange(isWhole(text) ? Number(text) : orNothing(text))}
        />
      )
    case 'number':
      return (
        <TextField
          label={label}
          hint={hint}
          type="number"
          min={field.min}
          max={field.max}
          step={field.step}
          value={shown(value)}
          onChange={event => onChange(event.target.value === '' ? undefined : event.target.valueAsNumber)}
          onBlur={onSettle}
        />
      )
    case 'switch':
      return (
        <Switch
          label={label}
          checked={typeof value === 'boolean' ? value : field.standard === true}
          onChange={event => onChange(event.target.checked)}
        />
      )
    case 'choice':
      return (
        <Choice
          label={label}
          value={shown(value) === '' ? String(field.standard) : shown(value)}
          options={Object.fromEntries(field.options.map(option => [option, nameOf(option)]))}
          onChoose={onChange}
        />
      )
    case 'list':
      return (
        <TextField
          label={label}
          value={listShown(value)}
          onChange={event => onChange(listFrom(event.target.value, value))}
          onBlur={onSettle}
        />
      )
    case 'condition':
      return <ConditionEditor {...area} value={value} onChange={onChange} />
    case 'inputs':
      return <InputsEditor value={value} onChange={onChange} onSettle={onSettle} />
  }

  function nameOf(option: string) {
    switch (option) {
      case 'text':
      case 'json':
      case 'markdown':
      case 'basic':
      case 'advanced':
        return t(`options.${option}`)
      default:
        return option
    }
  }
}
