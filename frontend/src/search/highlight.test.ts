import { describe, expect, it } from 'vitest'
import { excerptOf, wordsOf, type Piece } from './highlight'

const show = (pieces: Piece[]) => pieces.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('')

describe('the words of a query', () => {
  it('are those that tell something', () => {
    expect(wordsOf('When do we launch the “Promoção”?')).toEqual(['launch', 'promocao'])
    expect(wordsOf('tea -coffee "green tea"')).toEqual(['tea', 'green'])
  })

  it('are all, when none tells more than others', () => {
    expect(wordsOf('to be or')).toEqual(['to', 'be', 'or'])
  })
})

describe('an excerpt', () => {
  it('marks words, their forms, and how others spell them', () => {
    const words = wordsOf('launch promocao')
    expect(show(excerptOf('Launched with the Promoção; no lunch.', words))).toBe(
      '[Launched] with the [Promoção]; no lunch.',
    )
  })

  it('does not mark what only begins alike', () => {
    expect(show(excerptOf('A colony of cats', wordsOf('color cat')))).toBe('A colony of cats')
  })

  it('of a long text is where most of the words are, cut between words', () => {
    const text = `${'before tea '.repeat(60)}green tea from green hills ${'after '.repeat(200)}`
    const shown = show(excerptOf(text, wordsOf('green hills')))
    expect(shown).toContain('[green] tea from [green] [hills]')
    expect(shown).toMatch(/^… (before|tea) /)
    expect(shown).toMatch(/ after …$/)
    expect(shown.length).toBeLessThan(450)
  })

  it('of a text without the words is its beginning', () => {
    const shown = show(excerptOf('meaning only '.repeat(100), wordsOf('sense')))
    expect(shown).toMatch(/^meaning only .* …$/)
  })

  it('ends even where there is no place to cut', () => {
    expect(show(excerptOf('茶'.repeat(1_000), ['茶'])).length).toBeLessThan(450)
    expect(show(excerptOf('x'.repeat(1_000), ['tea'])).length).toBeLessThan(450)
  })
})
