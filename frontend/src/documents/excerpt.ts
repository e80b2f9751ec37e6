const LENGTH = 180

/** The first words of a Markdown text, without its marks. */
export function excerpt(markdown: string): string {
  const plain = markdown
    .slice(0, 4 * LENGTH)
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^[#>\-*+\s]+|[*_`~]/gm, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return plain.length > LENGTH ? `${plain.slice(0, LENGTH).trimEnd()} …` : plain
}
