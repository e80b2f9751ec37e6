import { Navigate, Outlet, useLocation } from 'react-router'
import { Loading } from '../ui/Loading'
import { useSession } from './session'
import { placeAfterSignIn, signInAddress } from './next'

/** What is below is for the signed-in; others are taken to sign-in, and afterwards back to where they were. */
export function SignedInOnly() {
  const session = useSession()
  const location = useLocation()
  if (session.status === 'starting') return <Loading page />
  if (session.status === 'in') return <Outlet />
  const here = `${location.pathname}${location.search}`
  return (
    <Navigate to={session.ended ? signInAddress(here, true) : signInAddress(here === '/' ? undefined : here)} replace />
  )
}

/** What is below is for those who are not signed in; others go on to where they wanted. */
export function SignedOutOnly() {
  const session = useSession()
  const location = useLocation()
  if (session.status === 'starting') return <Loading page />
  if (session.status === 'in') return <Navigate to={placeAfterSignIn(location.search)} replace />
  return <Outlet />
}
