import { Plus, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button'
import { Choice, TextField } from '../ui/Field'
import { Switch } from '../ui/Switch'
import { withKey } from './graph'
import { INPUT_TYPES, type InputType } from './inputs'
import styles from './NodePanel.module.css'

interface InputsEditorProps {
  value: unknown
  onChange: (value: unknown) => void
  onSettle: () => void
}

type Loose = Readonly<Record<string, unknown>>

const shown = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')

/** The spelling under which an input has its default. */
const standardKey = (input: Loose) => (!('default' in input) && 'defaultValue' in input ? 'defaultValue' : 'default')

/** What is typed as a default, as the type has it; a number that is none stays text, and validation says so. */
function standardFrom(type: unknown, text: string): unknown {
  if (text === '') return undefined
  return type === 'number' && Number.isFinite(Number(text)) ? Number(text) : text
}

/** What is asked for when a run is started. */
export function InputsEditor({ value, onChange, onSettle }: InputsEditorProps) {
  const { t } = useTranslation('workflows')
  const inputs = Array.isArray(value) ? (value as readonly Loose[]) : []
  const change = (index: number, key: string, next: unknown) =>
    onChange(inputs.map((input, at) => (at === index ? withKey(input, key, next) : input)))
  return (
    <fieldset className={styles.group}>
      <legend>{t('fields.inputVariables')}</legend>
      {inputs.map((input, index) => (
        <InputEditor
          key={index}
          input={input}
          number={index + 1}
          onChange={(key, next) => change(index, key, next)}
          onSettle={onSettle}
          onRemove={() => onChange(inputs.filter((_, at) => at !== index))}
        />
      ))}
      <div>
        <Button small onClick={() => onChange([...inputs, { name: freshName(inputs), type: 'text', required: true }])}>
          <Plus aria-hidden="true" />
          {t('inputs.add')}
        </Button>
      </div>
    </fieldset>
  )
}

function freshName(inputs: readonly Loose[]): string {
  const taken = new Set(inputs.map(input => input.name))
  let number = inputs.length + 1
  while (taken.has(`input_${number}`)) number++
  return `input_${number}`
}

interface InputEditorProps {
  input: Loose
  number: number
  onChange: (key: string, value: unknown) => void
  onSettle: () => void
  onRemove: () => void
}

function InputEditor({ input, number, onChange, onSettle, onRemove }: InputEditorProps) {
  const { t } = useTranslation('workflows')
  const type = INPUT_TYPES.find(known => known === input.type) ?? 'text'
  const standard = standardKey(input)
  const types = Object.fromEntries(INPUT_TYPES.map(known => [known, t(`inputs.types.${known}`)]))
  return (
    <fieldset className={styles.group}>
      <legend>{t('inputs.number', { number: String(number) })}</legend>
      <TextField
        label={t('inputs.name')}
        value={shown(input.name)}
        pattern="[A-Za-z0-9_\-]+"
        onChange={event => onChange('name', event.target.value)}
        onBlur={onSettle}
      />
      <Choice
        label={t('inputs.type')}
        value={type}
        options={types as Record<InputType, string>}
        onChoose={chosen => onChange('type', chosen)}
      />
      <Switch
        label={t('inputs.required')}
        checked={input.required === true}
        onChange={event => onChange('required', event.target.checked)}
      />
      {type === 'boolean' ? (
        <Switch
          label={t('inputs.standard')}
          checked={input[standard] === true}
          onChange={event => onChange(standard, event.target.checked)}
        />
      ) : (
        <TextField
          label={t('inputs.standard')}
          type={type}
          step="any"
          value={shown(input[standard])}
          onChange={event => onChange(standard, standardFrom(type, event.target.value))}
          onBlur={onSettle}
        />
      )}
      <TextField
        label={t('inputs.description')}
        value={shown(input.description)}
        onChange={event => onChange('description', event.target.value === '' ? undefined : event.target.value)}
        onBlur={onSettle}
      />
      <div>
        <Button small onClick={onRemove}>
          <Trash2 aria-hidden="true" />
          {t('inputs.remove', { name: shown(input.name) })}
        </Button>
      </div>
    </fieldset>
  )
}
