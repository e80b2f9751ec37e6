import { expect, it } from 'vitest'
import { placeAfterSignIn, signInAddress } from './next'

it('leads back to where somebody was', () => {
  const address = signInAddress('/documents/7?view=both', true)
  expect(placeAfterSignIn(address.slice(address.indexOf('?')))).toBe('/documents/7?view=both')
  expect(placeAfterSignIn('')).toBe('/')
})

it.each(['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)', 'evil'])(
  'leads nowhere else: %s',
  next => {
    expect(placeAfterSignIn(`?${new URLSearchParams({ next })}`)).toBe('/')
  },
)
