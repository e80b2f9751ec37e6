import type { ReactNode } from 'react'
import { Cover } from './Cover'
import styles from './Empty.module.css'

interface EmptyProps {
  title: string
  text: string
  action?: ReactNode
  /** Decides what the picture looks like. */
  seed: string
  /** Whether there is nothing else on the page. */
  page?: boolean
}

/** A list without anything in it: what belongs here, and how to begin. */
export function Empty({ title, text, action, seed, page = false }: EmptyProps) {
  const Heading = page ? 'h1' : 'h2'
  return (
    <section className={styles.empty}>
      <Cover seed={seed} columns={3} rows={2} className={styles.picture} />
      <Heading>{title}</Heading>
      <p>{text}</p>
      {action}
    </section>
  )
}
