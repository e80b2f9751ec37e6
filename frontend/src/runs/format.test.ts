import { expect, it } from 'vitest'
import { cost } from './format'

it.each([
  [0, '$0.00'],
  [12.345, '$12.35'],
  [0.0421, '$0.0421'],
  [0.00004, '< $0.0001'],
])('a cost of %d is %s', (usd, words) => {
  expect(cost(usd)).toBe(words)
})
