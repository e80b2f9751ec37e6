import type { components } from '../api/schema'

export type Location = components['schemas']['Location']

/** Where something stood when it was found, and its words: documents change, and a quote may stand anywhere in its passage. */
export interface Place {
  start: number
  end: number
  words: string
  /** Whether these are all of its words, or those that it begins with. */
  whole: boolean
  page: number | undefined
}

/** A part of a text, in UTF-16 units. */
export interface Range {
  start: number
  end: number
}

/** More words are a passage, not a quote: some of them tell it from others. */
const QUOTE_MAX = 80
const BEGINNING = 12
/** Between two words of a passage there may be marks of Markdown, or the address of a link. */
const GAP_MAX = 200
const WORD = /[\p{L}\p{N}]+/gu
const HOLDS_WORD = /[\p{L}\p{N}]/u

/** The document, opened at a passage of it. */
export function addressOf(documentId: string, { start, end, page }: Location, text: string): string {
  const words: string[] = text.match(WORD) ?? []
  const query = new URLSearchParams({ from: String(start), to: String(end) })
  if (words.length <= QUOTE_MAX) query.set('quote', words.join(' '))
  else query.set('words', words.slice(0, BEGINNING).join(' '))
  if (page !== null) query.set('page', String(page))
  return `/documents/${documentId}?${query}`
}

/** The passage that an address names; nothing when it names none. */
export function placeIn(query: URLSearchParams): Place | undefined {
  const [start, end, page] = ['from', 'to', 'page'].map(name => {
    const text = query.get(name) ?? ''
    return /^\d{1,9}$/.test(text) ? Number(text) : undefined
  })
  if (start === undefined || end === undefined || end < start) return undefined
  const quote = query.get('quote')
  return { start, end, words: quote ?? query.get('words') ?? '', whole: quote !== null, page }
}

/**
 * Where the passage stands now: where it was, or else where its words stand closest together; of equal ones the nearest.
 * Nothing when it has been changed.
 */
export function find(content: string, place: Place): Range | undefined {
  const [first, ...rest] = place.words.match(WORD) ?? []
  if (first === undefined) return undefined
  const there = content.indexOf(first, place.start)
  const length = there < 0 ? undefined : lengthOf(content, there, first, rest)
  // Marks before the first word of a passage belong to it.
  if (length !== undefined && !HOLDS_WORD.test(content.slice(place.start, there))) {
    return { start: place.start, end: place.whole ? endOf(content, there + length) : place.end }
  }
  let best: { at: number; length: number } | undefined
  for (let at = content.indexOf(first); at >= 0; at = content.indexOf(first, at + 1)) {
    const length = lengthOf(content, at, first, rest)
    if (length === undefined || (best && length > best.length)) continue
    const nearer = best && Math.abs(at - place.start) < Math.abs(best.at - place.start)
    if (!best || length < best.length || nearer) best = { at, length }
  }
  if (!best) return undefined
  const { at } = best
  return {
    start: at,
    end: place.whole ? endOf(content, at + best.length) : Math.min(at + place.end - place.start, content.length),
  }
}

/** With what follows the last word without a gap. */
function endOf(content: string, lastWord: number): number {
  return lastWord + (/^[^\s\p{L}\p{N}]*/u.exec(content.slice(lastWord, lastWord + GAP_MAX))?.[0].length ?? 0)
}

/** From the first word to the last one, when all follow each other here. */
function lengthOf(content: string, begin: number, first: string, rest: string[]): number | undefined {
  let at = begin + first.length
  for (const word of rest) {
    const next = content.slice(at, at + GAP_MAX + word.length).indexOf(word)
    if (next < 0) return undefined
    at += next + word.length
  }
  return at - begin
}
