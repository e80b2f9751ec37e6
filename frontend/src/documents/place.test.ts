import { describe, expect, it } from 'vitest'
import { addressOf, find, placeIn, type Place } from './place'

const CONTENT = '# Plan\n\nWe launch [Aurora](https://x.test) in **March**.\n\nWe launch nothing else.'
const start = CONTENT.indexOf('We launch [')
const end = CONTENT.indexOf('\n\nWe launch nothing')
const SAID = 'We launch Aurora in March.'
const LONG = Array.from({ length: 100 }, (_, index) => `word${index}`).join(' ')

function placeOf(text = SAID, from = start, to = end): Place {
  const address = addressOf('d', { start: from, end: to, page: 3, heading: null }, text)
  const place = placeIn(new URLSearchParams(address.slice(address.indexOf('?'))))
  if (!place) throw new Error(`there is no place in ${address}`)
  return place
}

const found = (content: string, place = placeOf()) => {
  const range = find(content, place)
  return range && content.slice(range.start, range.end)
}

describe('a place in a document', () => {
  it('is kept by its address', () => {
    expect(placeOf()).toEqual({ start, end, page: 3, words: 'We launch Aurora in March', whole: true })
    expect(placeOf(LONG)).toMatchObject({ words: LONG.split(' ').slice(0, 12).join(' '), whole: false })
  })

  it('is found where it was, with the marks between its words', () => {
    expect(found(CONTENT)).toBe('We launch [Aurora](https://x.test) in **March**.')
    expect(found(`> ${LONG}!`, placeOf(LONG, 0, LONG.length + 3))).toBe(`> ${LONG}!`)
  })

  it('is found again when something was written or deleted before it', () => {
    expect(found(`We launch soon, and much later.\n\n${CONTENT}`)).toBe(CONTENT.slice(start, end))
    expect(found(CONTENT.slice(8))).toBe(CONTENT.slice(start, end))
    expect(found(`So: ${LONG}! And so on.`, placeOf(LONG, 0, LONG.length + 1))).toBe(`${LONG}!`)
  })

  it('is the quote, where only its passage is known', () => {
    expect(found(CONTENT, placeOf(SAID, 0, CONTENT.length))).toBe(CONTENT.slice(start, end))
  })

  it('keeps the marks that it begins with', () => {
    expect(found('**Aurora** is warm.', placeOf('Aurora is warm.', 0, 19))).toBe('**Aurora** is warm.')
  })

  it('is the nearest of equal ones', () => {
    const line = 'Same words.\n'
    const place = placeOf('Same words.', 2 * line.length, 3 * line.length - 1)
    expect(find(line.repeat(4), place)?.start).toBe(place.start)
    expect(find(`Oh.\n${line.repeat(4)}`, place)?.start).toBe(place.start + 4)
  })

  it('is nowhere when its words have gone, or there were none', () => {
    expect(found('# Plan\n\nWe launch nothing at all.')).toBeUndefined()
    expect(found(CONTENT, placeOf('—'))).toBeUndefined()
  })

  it.each(['', '?from=1', '?from=5&to=2', '?from=-1&to=2', '?from=a&to=b', '?from=1e99&to=2'])(
    'is not named by %j',
    query => {
      expect(placeIn(new URLSearchParams(query))).toBeUndefined()
    },
  )
})
