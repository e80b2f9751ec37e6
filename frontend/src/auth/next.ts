/** The sign-in page, with the place to come back to, and whether the session has ended by itself. */
export function signInAddress(next?: string, ended = false): string {
  const query = new URLSearchParams()
  if (next !== undefined) query.set('next', next)
  if (ended) query.set('ended', '1')
  return query.size === 0 ? '/sign-in' : `/sign-in?${query}`
}

/** Where to go after signing in: a place of ours, whatever the address says. */
export function placeAfterSignIn(search: string): string {
  const next = new URLSearchParams(search).get('next') ?? '/'
  const here = window.location.origin
  return URL.canParse(next, here) && new URL(next, here).origin === here && next.startsWith('/') ? next : '/'
}
