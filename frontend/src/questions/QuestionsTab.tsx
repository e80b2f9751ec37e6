import { Square, X } from 'lucide-react'
import { lazy, Suspense, useEffect, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useApi } from '../api/context'
import { useIdentity } from '../auth/session'
import { useThisProject } from '../projects/ProjectPage'
import { Preparing } from '../search/Preparing'
import { Button, IconButton } from '../ui/Button'
import { Empty } from '../ui/Empty'
import { TextArea } from '../ui/Field'
import { Failure, Notice } from '../ui/Notice'
import { askOf } from './ask'
import { questionsKept } from './kept'
import { QUESTION_MAX, Questions, type Turn } from './questions'
import styles from './QuestionsTab.module.css'
import { Sources } from './Sources'

const AnswerText = lazy(async () => ({ default: (await import('./AnswerText')).AnswerText }))

export function QuestionsTab() {
  const { id } = useThisProject()
  return <OfProject key={id} projectId={id} />
}

function OfProject({ projectId }: { projectId: string }) {
  const { t } = useTranslation('questions')
  const questions = useQuestions(projectId)
  const { typed, turns } = useSyncExternalStore(questions.subscribe, questions.snapshot)
  const asking = turns.some(turn => turn.state === 'asking')
  return (
    <>
      <form
        className={styles.form}
        onSubmit={event => {
          event.preventDefault()
          void questions.send()
        }}
      >
        <TextArea
          label={t('label')}
          hint={t('hint')}
          rows={3}
          required
          maxLength={QUESTION_MAX}
          value={typed}
          onChange={event => questions.type(event.target.value)}
          onKeyDown={event => {
            if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
            event.preventDefault()
            event.currentTarget.form?.requestSubmit()
          }}
        />
        <div className={styles.actions}>
          {asking && (
            <Button onClick={() => questions.stop()}>
              <Square aria-hidden="true" />
              {t('stop')}
            </Button>
          )}
          <Button type="submit" look="primary" busy={asking}>
            {t('ask')}
          </Button>
        </div>
      </form>
      <p role="status" className="visually-hidden">
        {asking ? t('state.asking') : turns[0] && t(`state.${turns[0].state}`)}
      </p>
      {turns.length === 0 && <Empty seed="questions-4" title={t('begin.title')} text={t('begin.text')} />}
      <ul className={styles.turns}>
        {turns.map(turn => (
          <li key={turn.id}>
            <OneTurn turn={turn} projectId={projectId} busy={asking} questions={questions} />
          </li>
        ))}
      </ul>
    </>
  )
}

interface OneTurnProps {
  turn: Turn
  projectId: string
  /** Whether some question is being answered. */
  busy: boolean
  questions: Questions
}

function OneTurn({ turn, projectId, busy, questions }: OneTurnProps) {
  const { t } = useTranslation('questions')
  const { id, question, state, text, citations, error } = turn
  const again = () => void questions.again(id)
  return (
    <article className={styles.turn} aria-busy={state === 'asking'}>
      <header className={styles.question}>
        <h2>{question}</h2>
        {state !== 'asking' && (
          <IconButton label={t('forget', { question })} onClick={() => questions.forget(id)}>
            <X aria-hidden="true" />
          </IconButton>
        )}
      </header>
      {text === '' && state === 'asking' && <p className={styles.soft}>{t('state.asking')}</p>}
      {text !== '' && (
        <Suspense fallback={<p className={styles.soft}>{text}</p>}>
          <AnswerText text={text} citations={citations} />
        </Suspense>
      )}
      {citations.length > 0 && <Sources citations={citations} />}
      {state === 'answered' && citations.length === 0 && <Unsupported projectId={projectId} question={question} />}
      {state === 'stopped' && (
        <Notice
          action={
            <Button small busy={busy} onClick={again}>
              {t('again')}
            </Button>
          }
        >
          {t('state.stopped')}
        </Notice>
      )}
      {state === 'failed' && <Failure error={error} {...(!busy && { onRetry: again })} />}
    </article>
  )
}

/** Nothing in the documents bears the answer: what to do about that. */
function Unsupported({ projectId, question }: { projectId: string; question: string }) {
  const { t } = useTranslation('questions')
  return (
    <>
      <Notice
        action={
          <Link to={`/projects/${projectId}/search?${new URLSearchParams({ q: question })}`}>
            {t('unsupported.search')}
          </Link>
        }
      >
        {t('unsupported.text')}
      </Notice>
      <Preparing projectId={projectId} />
    </>
  )
}

function useQuestions(projectId: string): Questions {
  const api = useApi()
  const user = useIdentity()
  const [questions] = useState(() => new Questions(askOf(api, projectId), questionsKept(user.id, projectId)))
  useEffect(() => () => questions.stop(), [questions])
  return questions
}
