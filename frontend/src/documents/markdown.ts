/** A text, and what of it is selected. */
export interface Marked {
  text: string
  start: number
  end: number
}

/** Puts marks around the selection, or takes them away when they are there. */
export function surround({ text, start, end }: Marked, before: string, after: string): Marked {
  const selected = text.slice(start, end)
  if (text.slice(0, start).endsWith(before) && text.slice(end).startsWith(after)) {
    return {
      text: text.slice(0, start - before.length) + selected + text.slice(end + after.length),
      start: start - before.length,
      end: end - before.length,
    }
  }
  return {
    text: text.slice(0, start) + before + selected + after + text.slice(end),
    start: start + before.length,
    end: end + before.length,
  }
}

/** Puts a mark before every line that the selection touches, or takes it away when all of them have it. */
export function prefixLines({ text, start, end }: Marked, prefix: string): Marked {
  const first = text.lastIndexOf('\n', start - 1) + 1
  const last = text.indexOf('\n', end)
  const stop = last < 0 ? text.length : last
  const lines = text.slice(first, stop).split('\n')
  const marked = lines.every(line => line.startsWith(prefix))
  const changed = lines.map(line => (marked ? line.slice(prefix.length) : prefix + line)).join('\n')
  return { text: text.slice(0, first) + changed + text.slice(stop), start: first, end: first + changed.length }
}
