import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { answer } from '../api/client'
import { useApi } from '../api/context'
import { useIdempotencyKey } from '../api/idempotency'
import { runKeys } from '../runs/runs'
import { Button } from '../ui/Button'
import { Dialog, dialogActions } from '../ui/Dialog'
import { TextArea, TextField } from '../ui/Field'
import form from '../ui/Form.module.css'
import { Failure, Notice } from '../ui/Notice'
import { Switch } from '../ui/Switch'
import { standardAnswers, unanswered, valuesOf, type Answers, type Input } from './inputs'

interface StartDialogProps {
  workflowId: string
  name: string
  inputs: readonly Input[]
  open: boolean
  onClose: () => void
  /** Whether what is run is saved. */
  onBeforeStart: () => Promise<boolean>
}

/** Asks for what the start asks for, and runs the workflow. */
export function StartDialog(props: StartDialogProps) {
  const { t } = useTranslation('workflows')
  return (
    <Dialog title={t('start.title', { name: props.name })} open={props.open} onClose={props.onClose}>
      <StartForm {...props} />
    </Dialog>
  )
}

/** There was no version to run. */
class Unsaved extends Error {}

export function StartForm({ workflowId, inputs, onClose, onBeforeStart }: StartDialogProps) {
  const { t } = useTranslation('workflows')
  const [answers, setAnswers] = useState(() => standardAnswers(inputs))
  const [limit, setLimit] = useState('')
  const [missing, setMissing] = useState<readonly string[]>([])
  const start = useStart(workflowId, onBeforeStart)
  return (
    <form
      className={form.form}
      noValidate
      onSubmit={event => {
        event.preventDefault()
        const empty = unanswered(inputs, answers)
        setMissing(empty)
        if (empty.length > 0 || !event.currentTarget.reportValidity()) return
        start.mutate({ inputs: valuesOf(inputs, answers), ...(limit !== '' && { costLimitUsd: Number(limit) }) })
      }}
    >
      {inputs.length === 0 && <p>{t('start.none')}</p>}
      {inputs.map(input => (
        <InputField
          key={input.name}
          input={input}
          answers={answers}
          error={missing.includes(input.name) ? t('required', { ns: 'common' }) : undefined}
          onAnswer={answer => setAnswers({ ...answers, [input.name]: answer })}
        />
      ))}
      <TextField
        label={`${t('start.limit')} (${t('optional', { ns: 'common' })})`}
        hint={t('start.limitHint')}
        type="number"
        min={0.0001}
        step="any"
        value={limit}
        onChange={event => setLimit(event.target.value)}
      />
      {start.error instanceof Unsaved && <Notice kind="bad">{t('start.unsaved')}</Notice>}
      {start.isError && !(start.error instanceof Unsaved) && <Failure error={start.error} />}
      <footer className={dialogActions}>
        <Button onClick={onClose}>{t('cancel', { ns: 'common' })}</Button>
        <Button type="submit" look="primary" busy={start.isPending}>
          {t('start.action')}
        </Button>
      </footer>
    </form>
  )
}

interface Request {
  inputs: Record<string, string | number | boolean>
  costLimitUsd?: number
}

function useStart(workflowId: string, onBeforeStart: () => Promise<boolean>) {
  const api = useApi()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const keyOf = useIdempotencyKey()
  return useMutation({
    mutationFn: async (body: Request) => {
      if (!(await onBeforeStart())) throw new Unsaved()
      return answer(
        api.POST('/api/v1/workflows/{id}/runs', {
          params: { path: { id: workflowId }, header: { 'Idempotency-Key': keyOf(body) } },
          body,
        }),
      )
    },
    onSuccess: async run => {
      void queries.invalidateQueries({ queryKey: runKeys.list(workflowId) })
      await navigate(`/runs/${run.id}`)
    },
  })
}

interface InputFieldProps {
  input: Input
  answers: Answers
  error: string | undefined
  onAnswer: (answer: string | boolean) => void
}

function InputField({ input, answers, error, onAnswer }: InputFieldProps) {
  const { t } = useTranslation('workflows')
  const { name, type, required, description } = input
  const label = required || type === 'boolean' ? name : `${name} (${t('optional', { ns: 'common' })})`
  const answer = answers[name]
  const common = { label, error, required, name, ...(description !== '' && { hint: description }) }
  if (type === 'boolean') {
    return (
      <div>
        <Switch
          label={label}
          name={name}
          checked={answer === true}
          onChange={event => onAnswer(event.target.checked)}
        />
        {description !== '' && <p>{description}</p>}
      </div>
    )
  }
  const value = String(answer ?? '')
  if (type === 'number') {
    return (
      <TextField {...common} type="number" step="any" value={value} onChange={event => onAnswer(event.target.value)} />
    )
  }
  return <TextArea {...common} rows={2} value={value} onChange={event => onAnswer(event.target.value)} />
}
