import { expect, it } from 'vitest'
import { excerpt } from './excerpt'
import { prefixLines, surround } from './markdown'

it('marks what is selected, and takes the marks away again', () => {
  const bold = surround({ text: 'so warm', start: 3, end: 7 }, '**', '**')
  expect(bold).toEqual({ text: 'so **warm**', start: 5, end: 9 })
  expect(surround(bold, '**', '**')).toEqual({ text: 'so warm', start: 3, end: 7 })
})

it('marks every line that the selection touches, and takes the marks away again', () => {
  const list = prefixLines({ text: 'a\nb\nc', start: 0, end: 3 }, '- ')
  expect(list.text).toBe('- a\n- b\nc')
  expect(prefixLines(list, '- ').text).toBe('a\nb\nc')
})

it('shows the first words without marks', () => {
  expect(excerpt('## Launch\n\n- **Warm**, see [the brief](https://x.test)')).toBe('Launch Warm , see the brief')
  expect(excerpt('x '.repeat(500)).length).toBeLessThanOrEqual(182)
})
