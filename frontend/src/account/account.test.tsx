import { screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { FakeApi, page, problem, versioned } from '../test/FakeApi'
import { FakeAuth } from '../test/FakeAuth'
import { visit } from '../test/visit'

const USER = { id: 'ada', email: 'ada@example.org', fullName: 'Ada', createdAt: '2026-11-24T18:00:00Z' }

/** Somebody who is not signed in, at this address. */
function arrive(address: string) {
  return visit(address, { auth: new FakeAuth(false), api: new FakeApi().on('GET /api/v1/projects', () => page([])) })
}

const at = ({ router }: ReturnType<typeof visit>) => router.state.location.pathname + router.state.location.search

describe('signing in', () => {
  it('leads back to the page that was asked for', async () => {
    const visitor = arrive('/usage?period=days7')
    const { user } = visitor
    await screen.findByRole('heading', { name: 'Welcome back' })
    await user.type(screen.getByLabelText('E-mail address'), ' ada@example.org')
    await user.type(screen.getByLabelText('Password'), 'correct horse')
    await user.click(screen.getByRole('button', { name: 'Sign in' }))
    await screen.findByRole('heading', { name: 'Usage' })
    expect(at(visitor)).toBe('/usage?period=days7')
  })

  it('says that address and password do not fit, and keeps what was typed', async () => {
    const { user } = arrive('/sign-in')
    await user.type(await screen.findByLabelText('E-mail address'), 'ada@example.org')
    await user.type(screen.getByLabelText('Password'), 'wrong')
    await user.click(screen.getByRole('button', { name: 'Sign in' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('do not fit together')
    expect(screen.getByLabelText('E-mail address')).toHaveValue('ada@example.org')
    expect(screen.getByLabelText('Password')).toHaveValue('wrong')
  })

  it('shows the password to whoever wants to see it', async () => {
    const { user } = arrive('/sign-in')
    const password = await screen.findByLabelText('Password')
    expect(password).toHaveAttribute('type', 'password')
    await user.click(screen.getByRole('button', { name: 'Show password' }))
    expect(password).toHaveAttribute('type', 'text')
  })

  it('says why somebody is here whose session has ended', async () => {
    arrive('/sign-in?ended=1')
    expect(await screen.findByText(/^Your session has ended/)).toBeVisible()
  })

  it('changes its language', async () => {
    const { user } = arrive('/sign-in')
    await user.click(await screen.findByRole('button', { name: 'PT, Português (Brasil)' }))
    await screen.findByRole('heading', { name: 'Que bom ver você de novo' })
    await user.click(screen.getByRole('button', { name: 'EN, English' }))
    await screen.findByRole('heading', { name: 'Welcome back' })
  })
})

describe('registering', () => {
  it('makes an account with the name, and leads to the projects', async () => {
    const visitor = arrive('/register')
    const { user, auth } = visitor
    await user.type(await screen.findByLabelText('Your name'), 'Bob Smith')
    await user.type(screen.getByLabelText('E-mail address'), 'bob@example.org')
    await user.type(screen.getByLabelText('Password'), 'secret one')
    await user.click(screen.getByRole('button', { name: 'Create account' }))
    await screen.findByRole('heading', { name: 'Projects' })
    expect(auth.registered).toEqual([
      { email: 'bob@example.org', password: 'secret one', options: { data: { full_name: 'Bob Smith' } } },
    ])
  })

  it('asks for an address that is one before it asks the server', async () => {
    const { user, auth } = arrive('/register')
    await user.type(await screen.findByLabelText('Your name'), 'Bob')
    await user.type(screen.getByLabelText('E-mail address'), 'bob')
    await user.type(screen.getByLabelText('Password'), 'secret one')
    await user.click(screen.getByRole('button', { name: 'Create account' }))
    expect(screen.getByLabelText('E-mail address')).toBeInvalid()
    expect(auth.registered).toEqual([])
  })

  it('says what to do when there is such an account', async () => {
    const { user } = arrive('/register')
    await user.type(await screen.findByLabelText('Your name'), 'Ada')
    await user.type(screen.getByLabelText('E-mail address'), 'ada@example.org')
    await user.type(screen.getByLabelText('Password'), 'secret one')
    await user.click(screen.getByRole('button', { name: 'Create account' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('Sign in, or have a new password sent to you')
  })
})

describe('a forgotten password', () => {
  it('has a link sent that leads to where a new one is chosen', async () => {
    const { user, auth } = arrive('/forgotten')
    await user.type(await screen.findByLabelText('E-mail address'), 'ada@example.org')
    await user.click(screen.getByRole('button', { name: 'Send the link' }))
    await screen.findByRole('heading', { name: 'Look into your mailbox' })
    expect(screen.getByText(/ada@example\.org/)).toBeVisible()
    expect(auth.mails).toEqual([{ email: 'ada@example.org', redirectTo: `${window.location.origin}/reset-password` }])
  })

  it('says how long to wait before asking again', async () => {
    const { user, auth } = arrive('/forgotten')
    auth.mails.push({ email: 'ada@example.org', redirectTo: '' })
    await user.type(await screen.findByLabelText('E-mail address'), 'ada@example.org')
    await user.click(screen.getByRole('button', { name: 'Send the link' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('Wait a minute')
  })

  it('is replaced by whoever came by a link that is good', async () => {
    const visitor = visit('/reset-password', { api: new FakeApi().on('GET /api/v1/projects', () => page([])) })
    const { user, auth } = visitor
    const password = await screen.findByLabelText('New password')
    await user.type(password, 'correct horse')
    await user.click(screen.getByRole('button', { name: 'Save new password' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('This is your password already')
    await user.clear(password)
    await user.type(password, 'a better one')
    await user.click(screen.getByRole('button', { name: 'Save new password' }))
    await screen.findByText('Your new password is saved. Other devices have been signed out.')
    expect(auth.password).toBe('a better one')
    expect(at(visitor)).toBe('/')
  })

  it('is not replaced by a link that is used up, which says where to get another', async () => {
    arrive('/reset-password')
    await screen.findByRole('heading', { name: 'This link does not work any more' })
    expect(screen.getByRole('link', { name: 'Send a new link' })).toHaveAttribute('href', '/forgotten')
  })
})

describe('the profile', () => {
  const ME = 'PATCH /api/v1/me'

  it('saves the name, and says so', async () => {
    const api = new FakeApi().on(ME, ({ body }) => versioned({ ...USER, ...(body as object) }))
    const { user } = visit('/account', { api })
    const name = await screen.findByLabelText('Your name')
    expect(name).toHaveValue('Ada Lovelace')
    await user.clear(name)
    await user.type(name, ' Countess ')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    await screen.findByText('Your profile is saved.')
    expect(api.sentTo(ME).map(({ body }) => body)).toEqual([{ fullName: 'Countess' }])
  })

  it('says when the name could not be saved, and keeps it', async () => {
    const { user } = visit('/account', { api: new FakeApi().on(ME, () => problem(503, 'database_unavailable')) })
    const name = await screen.findByLabelText('Your name')
    await user.type(name, '!')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    await screen.findByRole('alert')
    expect(name).toHaveValue('Ada Lovelace!')
  })

  it('signs out at once when nothing would be lost', async () => {
    const { user } = visit('/account')
    await user.click(await screen.findByRole('button', { name: 'Sign out' }))
    await screen.findByRole('heading', { name: 'Welcome back' })
  })

  it('asks before it signs out when something is not saved, and forgets it then', async () => {
    localStorage.setItem('atelier.draft.ada.d', '{}')
    const { user } = visit('/account')
    await user.click(await screen.findByRole('button', { name: 'Sign out' }))
    await user.click(await screen.findByRole('button', { name: 'Stay signed in' }))
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull())
    expect(localStorage.getItem('atelier.draft.ada.d')).toBe('{}')
    await user.click(screen.getByRole('button', { name: 'Sign out' }))
    await user.click(await screen.findByRole('button', { name: 'Sign out and lose it' }))
    await screen.findByRole('heading', { name: 'Welcome back' })
    expect(localStorage.getItem('atelier.draft.ada.d')).toBeNull()
  })
})
