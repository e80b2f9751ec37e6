/** A piece of a text, and whether it is one of the words that were looked for. */
export interface Piece {
  text: string
  hit: boolean
}

/** As much of a passage as is shown in a list. */
const EXCERPT = 420
/** How much of it stands before the first word that was looked for. */
const LEAD = 80
const WORD = /[\p{L}\p{N}]+/gu
/** Said so often that a mark on them says nothing; in a query of nothing else all words count. */
const COMMON = new Set(
  (
    'a an and are as at be by can did do does for from has have how in is it its of on or our that the their there they this to ' +
    'was we were what when where which who why will with you your ' +
    'ao aos as com como da das de do dos e em entre era essa esse esta este eu foi há isso na nas no nos não o onde os ou para pela ' +
    'pelo por qual quando que quem se sem ser seu sua são tem um uma é'
  ).split(' '),
)

/** The words that a query looks for, folded; `-word` is one that it does not want. */
export function wordsOf(query: string): string[] {
  const words = query
    .split(/\s+/)
    .filter(part => !/^-\p{L}/u.test(part))
    .flatMap(part => part.toLowerCase().match(WORD) ?? [])
  const telling = words.filter(word => !COMMON.has(word))
  return [...new Set((telling.length > 0 ? telling : words).map(fold))]
}

/** The part of a text where most of the words are, or its beginning, in pieces. */
export function excerptOf(text: string, words: string[]): Piece[] {
  const hits = [...text.matchAll(WORD)].filter(([word]) => words.some(wanted => alike(wanted, fold(word))))
  const { start, end } = windowOf(text, hits)
  const pieces: Piece[] = []
  let at = start
  for (const hit of hits) {
    const to = hit.index + hit[0].length
    if (hit.index < start || to > end) continue
    pieces.push({ text: text.slice(at, hit.index), hit: false }, { text: hit[0], hit: true })
    at = to
  }
  pieces.push({ text: text.slice(at, end), hit: false })
  if (start > 0) pieces.unshift({ text: '… ', hit: false })
  if (end < text.length) pieces.push({ text: ' …', hit: false })
  return pieces.filter(piece => piece.text !== '')
}

function windowOf(text: string, hits: RegExpExecArray[]): { start: number; end: number } {
  if (text.length <= EXCERPT) return { start: 0, end: text.length }
  let best = 0
  let most = 0
  for (const { index } of hits) {
    const start = Math.max(0, index - LEAD)
    const inside = hits.filter(hit => hit.index >= start && hit.index + hit[0].length <= start + EXCERPT).length
    if (inside > most) {
      most = inside
      best = start
    }
  }
  const start = best === 0 ? 0 : text.indexOf(' ', best) + 1
  const stop = start + EXCERPT
  return { start, end: stop >= text.length ? text.length : Math.max(text.lastIndexOf(' ', stop), start) || stop }
}

/** Without accents and capitals: `Promoção` is found by `promocao`. */
function fold(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

const SHORTEST_STEM = 4
const STEM_PART = 0.7

/** Whether two words are the same, or forms of one (`launch`, `launched`), as the search by words sees it. */
function alike(one: string, other: string): boolean {
  if (one === other) return true
  const longer = Math.max(one.length, other.length)
  let common = 0
  while (common < longer && one[common] === other[common]) common++
  return common >= SHORTEST_STEM && common >= STEM_PART * longer
}
