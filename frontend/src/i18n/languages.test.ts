import { describe, expect, it } from 'vitest'
import { words } from './languages'

function keysOf(texts: object, prefix = ''): string[] {
  return Object.entries(texts).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null ? keysOf(value, `${prefix}${key}.`) : [`${prefix}${key}`],
  )
}

function wordsOf(texts: object): Map<string, string> {
  const read = (key: string) =>
    key.split('.').reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], texts)
  return new Map(keysOf(texts).map(key => [key, String(read(key))]))
}

const placesIn = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(match => match[1]).sort()

describe('the languages', async () => {
  const english = wordsOf((await words.en()).default)
  const portuguese = wordsOf((await words['pt-BR']()).default)

  it('have the same keys', () => {
    expect([...portuguese.keys()].sort()).toEqual([...english.keys()].sort())
    expect(english.size).toBeGreaterThan(100)
  })

  it('leave nothing unsaid', () => {
    for (const [key, text] of [...english, ...portuguese]) expect(text.trim(), key).not.toBe('')
  })

  it('have the same places for values', () => {
    for (const [key, text] of english) expect(placesIn(portuguese.get(key) ?? ''), key).toEqual(placesIn(text))
  })
})
