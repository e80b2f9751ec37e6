import { Plus, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button, IconButton } from '../ui/Button'
import { Choice } from '../ui/Field'
import styles from './NodePanel.module.css'
import { ReferenceArea } from './ReferenceArea'
import type { Reference } from './references'

interface ConditionEditorProps {
  label: string
  value: unknown
  references: readonly Reference[]
  required?: boolean
  invalid?: boolean
  onChange: (value: unknown) => void
  onBlur: () => void
}

const OPERATORS = ['==', '!=', '<', '<=', '>', '>=', 'contains'] as const
type Loose = Readonly<Record<string, unknown>>
type Form = 'expression' | 'comparison' | 'several'

function isObject(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const shown = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''

function formOf(value: unknown): Form {
  if (!isObject(value)) return 'expression'
  return Array.isArray(value.conditions) ? 'several' : 'comparison'
}

/** The same said in another form, as far as that goes. */
function inForm(value: unknown, form: Form): unknown {
  switch (form) {
    case 'expression':
      return isObject(value) && 'left' in value
        ? `${shown(value.left)} ${shown(value.operator)} ${JSON.stringify(value.right)}`
        : undefined
    case 'comparison':
      return { left: '', operator: '==', right: '' }
    case 'several':
      return { conditions: [value ?? ''], logic: 'AND' }
  }
}

/** A condition as an expression, as a comparison, or as several of either. */
export function ConditionEditor(props: ConditionEditorProps) {
  const { t } = useTranslation('workflows')
  const { label, value, onChange } = props
  const form = formOf(value)
  return (
    <fieldset className={styles.group}>
      <legend>{label}</legend>
      <Choice
        label={t('condition.form')}
        value={form}
        options={{
          expression: t('condition.expression'),
          comparison: t('condition.comparison'),
          several: t('condition.several'),
        }}
        onChoose={chosen => onChange(inForm(value, chosen))}
      />
      {form === 'expression' && (
        <ReferenceArea
          {...props}
          label={t('condition.expression')}
          rows={2}
          value={shown(value)}
          onChange={text => onChange(text === '' ? undefined : text)}
        />
      )}
      {form === 'comparison' && isObject(value) && <Comparison {...props} value={value} />}
      {form === 'several' && isObject(value) && <Several {...props} value={value} />}
    </fieldset>
  )
}

function Comparison({ value, references, onChange, onBlur }: ConditionEditorProps & { value: Loose }) {
  const { t } = useTranslation('workflows')
  const operators = Object.fromEntries([...OPERATORS, shown(value.operator)].map(operator => [operator, operator]))
  return (
    <>
      <ReferenceArea
        label={t('condition.left')}
        rows={1}
        references={references}
        value={shown(value.left)}
        onChange={left => onChange({ ...value, left })}
        onBlur={onBlur}
      />
      <Choice
        label={t('condition.operator')}
        value={shown(value.operator)}
        options={operators}
        onChoose={operator => onChange({ ...value, operator })}
      />
      <ReferenceArea
        label={t('condition.right')}
        rows={1}
        references={references}
        value={shown(value.right)}
        onChange={right => onChange({ ...value, right })}
        onBlur={onBlur}
      />
    </>
  )
}

function Several({ value, references, onChange, onBlur }: ConditionEditorProps & { value: Loose }) {
  const { t } = useTranslation('workflows')
  const conditions = value.conditions as readonly unknown[]
  const become = (next: readonly unknown[]) => onChange({ ...value, conditions: next })
  return (
    <>
      <Choice
        label={t('condition.logic')}
        value={shown(value.logic).toUpperCase() === 'OR' ? 'OR' : 'AND'}
        options={{ AND: t('condition.and'), OR: t('condition.or') }}
        onChoose={logic => onChange({ ...value, logic })}
      />
      {conditions.map((condition, index) => (
        <div key={index} className={styles.panel}>
          <ConditionEditor
            label={t('condition.number', { number: String(index + 1) })}
            value={condition}
            references={references}
            onChange={next => become(conditions.map((other, at) => (at === index ? (next ?? '') : other)))}
            onBlur={onBlur}
          />
          <div>
            <IconButton
              label={t('condition.remove', { number: String(index + 1) })}
              onClick={() => become(conditions.filter((_, at) => at !== index))}
            >
              <X aria-hidden="true" />
            </IconButton>
          </div>
        </div>
      ))}
      <div>
        <Button small onClick={() => become([...conditions, ''])}>
          <Plus aria-hidden="true" />
          {t('condition.add')}
        </Button>
      </div>
    </>
  )
}
