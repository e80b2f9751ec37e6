import { useEffect } from 'react'

/** Names the page in the window's title, which screen readers say first. */
export function useTitle(title: string | undefined) {
  useEffect(() => {
    document.title = title === undefined ? 'Atelier' : `${title} · Atelier`
  }, [title])
}
