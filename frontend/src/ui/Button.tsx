import type { ComponentProps } from 'react'
import { Link } from 'react-router'
import styles from './Button.module.css'

export type Look = 'primary' | 'plain' | 'quiet' | 'danger'

interface Appearance {
  look?: Look
  small?: boolean
}

function classes(look: Look = 'plain', small = false, extra?: string) {
  return [styles.button, styles[look], small && styles.small, extra].filter(Boolean).join(' ')
}

interface ButtonProps extends ComponentProps<'button'>, Appearance {
  /** While what it does is under way: it keeps the focus, and does nothing. */
  busy?: boolean
}

export function Button({ look, small, busy = false, className, onClick, type = 'button', ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      aria-disabled={busy || undefined}
      data-busy={busy || undefined}
      className={classes(look, small, className)}
      onClick={event => {
        if (busy) event.preventDefault()
        else onClick?.(event)
      }}
    />
  )
}

export function ButtonLink({ look, small, className, ...rest }: ComponentProps<typeof Link> & Appearance) {
  return <Link {...rest} className={classes(look, small, className)} />
}

interface IconButtonProps extends Omit<ButtonProps, 'aria-label' | 'title'> {
  /** What it does, for those who do not see the picture, and on hovering. */
  label: string
}

export function IconButton({ label, className, look = 'quiet', ...rest }: IconButtonProps) {
  return (
    <Button
      {...rest}
      look={look}
      aria-label={label}
      title={label}
      className={[styles.icon, className].filter(Boolean).join(' ')}
    />
  )
}
