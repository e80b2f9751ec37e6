import type { ComponentProps } from 'react'
import styles from './Switch.module.css'

/** Something that is so or not. */
export function Switch({ label, ...input }: ComponentProps<'input'> & { label: string }) {
  return (
    <label className={styles.switch}>
      <input {...input} type="checkbox" />
      {label}
    </label>
  )
}
