import type { ReactNode } from 'react'
import { Link } from 'react-router'
import styles from './Rows.module.css'

/** What stands above a list: the buttons that add to it. */
export function Bar({ children }: { children: ReactNode }) {
  return <div className={styles.bar}>{children}</div>
}

/** Things that have a page of their own, one below the other. */
export function Rows({ children }: { children: ReactNode }) {
  return <ul className={styles.rows}>{children}</ul>
}

interface RowProps {
  icon: ReactNode
  title: string
  /** Where the whole row leads. */
  to: string
  /** What stands below the title. */
  children: ReactNode
  /** What stands at the end of the row. */
  end: ReactNode
}

export function Row({ icon, title, to, children, end }: RowProps) {
  return (
    <li className={`${styles.item} ${styles.row}`}>
      {icon}
      <div className={styles.text}>
        <h2>
          <Link className={styles.whole} to={to}>
            {title}
          </Link>
        </h2>
        {children}
      </div>
      {end}
    </li>
  )
}
