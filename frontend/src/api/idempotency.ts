import { useRef } from 'react'

/** Any text that nobody has used before. (`crypto.randomUUID` is not there on pages without TLS.) */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join('')
}

/**
 * Keys for `Idempotency-Key`: the same as long as what is sent is the same, so that a second click, or a second try after
 * an answer that was lost, makes nothing twice.
 */
export function useIdempotencyKey(): (body: unknown) => string {
  const last = useRef<{ body: string; key: string }>(undefined)
  return body => {
    const text = JSON.stringify(body)
    if (last.current?.body !== text) last.current = { body: text, key: newKey() }
    return last.current.key
  }
}
