import { messageOf } from '../api/problem'

export interface Toast {
  id: number
  kind: 'good' | 'bad'
  text: string
}

const GONE_AFTER_MS = 6_000
const AT_MOST = 4

let toasts: readonly Toast[] = []
let lastId = 0
const listeners = new Set<() => void>()

function show(next: readonly Toast[]) {
  toasts = next
  for (const listener of listeners) listener()
}

function add(kind: Toast['kind'], text: string) {
  const id = ++lastId
  show([...toasts, { id, kind, text }].slice(-AT_MOST))
  return id
}

export function dismiss(id: number) {
  show(toasts.filter(toast => toast.id !== id))
}

export function subscribeToToasts(listener: () => void) {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export const currentToasts = () => toasts

/** Says shortly that something has worked. */
export function sayDone(text: string) {
  const id = add('good', text)
  setTimeout(() => dismiss(id), GONE_AFTER_MS)
}

/** Says what did not work, and what to do about it; it stays until it is read. */
export function sayFailed(error: unknown) {
  sayProblem(messageOf(error))
}

export function sayProblem(text: string) {
  add('bad', text)
}
