import { lazy, Suspense, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Loading } from '../ui/Loading'
import { cost, duration } from './format'
import type { LiveStep } from './live'
import styles from './Runs.module.css'

const Preview = lazy(async () => ({ default: (await import('../documents/Preview')).Preview }))

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)
const texts = (value: unknown) => (Array.isArray(value) ? value.filter(item => typeof item === 'string') : [])

/** Values of an output that are shown in a way of their own, or that say nothing to people. */
const SHOWN_APART = new Set(['content', 'file_url', 'thumbnail_url', 'image_ids', 'document_ids', 'content_length'])
const LONGEST_VALUE = 2_000

/** One pass of a step: how it went, and what it made. */
export function StepPanel({ step, now, numbered }: { step: LiveStep; now: number; numbered: boolean }) {
  const { t } = useTranslation('runs')
  return (
    <section className={styles.step} aria-label={t('step', { name: step.label })}>
      <h2>{step.label}</h2>
      <p className={styles.facts}>
        <span>{t(`stepStatus.${step.status}`)}</span>
        {numbered && <span>{t('pass', { number: String(step.iteration + 1) })}</span>}
        {step.attempt > 1 && <span>{t('attempt', { number: String(step.attempt) })}</span>}
        <span>{duration(step.startedAt, step.finishedAt, now)}</span>
        {step.costUsd > 0 && <span>{cost(step.costUsd)}</span>}
        {step.inputTokens + step.outputTokens > 0 && (
          <span>{t('tokensValue', { input: String(step.inputTokens), output: String(step.outputTokens) })}</span>
        )}
      </p>
      {step.error !== null && (
        <p role="alert" className={styles.error} lang="en">
          {step.error}
        </p>
      )}
      {step.status === 'running' && step.text !== '' && <Writing text={step.text} />}
      {step.status === 'completed' && <Output step={step} />}
    </section>
  )
}

function Writing({ text: written }: { text: string }) {
  const { t } = useTranslation('runs')
  return (
    <>
      <p className={styles.facts}>{t('writing')}</p>
      <div className={styles.writing} role="log" aria-live="off" aria-label={t('writing')}>
        {written}
      </div>
    </>
  )
}

function Output({ step }: { step: LiveStep }) {
  const { t } = useTranslation('runs')
  const { output, label } = step
  const picture = text(output.file_url)
  const content = text(output.content)
  const others = Object.entries(output).filter(([key]) => !SHOWN_APART.has(key))
  const documents = texts(output.document_ids)
  if (picture === undefined && content === undefined && others.length === 0) {
    return <p className={styles.facts}>{t('nothing')}</p>
  }
  return (
    <div className={styles.step}>
      {picture !== undefined && (
        <a href={picture} target="_blank" rel="noreferrer">
          <img src={picture} alt={t('picture', { name: text(output.title) ?? label })} className={styles.picture} />
        </a>
      )}
      {documents.map(id => (
        <Link key={id} to={`/documents/${id}`}>
          {t('openDocument')}
        </Link>
      ))}
      {content !== undefined && (
        <div className={styles.output}>
          <Suspense fallback={<Loading />}>
            <Preview markdown={content} />
          </Suspense>
        </div>
      )}
      {content === undefined && <Values values={others} />}
    </div>
  )
}

/** Names and values. */
export function Values({ values }: { values: readonly [string, unknown][] }) {
  return (
    <dl className={styles.values}>
      {values.map(([name, value]) => (
        <Pair key={name} name={name}>
          {(typeof value === 'string' ? value : JSON.stringify(value, null, 1)).slice(0, LONGEST_VALUE)}
        </Pair>
      ))}
    </dl>
  )
}

function Pair({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  )
}
