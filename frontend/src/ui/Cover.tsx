import styles from './Cover.module.css'

/** Shapes within a square of 100, drawn in one colour on another. */
const SHAPES = [
  'M0 100A100 100 0 0 1 100 0V100Z',
  'M0 0A100 100 0 0 1 100 100H0Z',
  'M50 50m-38 0a38 38 0 1 0 76 0a38 38 0 1 0-76 0Z',
  'M0 0H100A50 50 0 0 1 0 0ZM0 50H100A50 50 0 0 1 0 50Z',
  'M50 0C60 35 65 40 100 50C65 60 60 65 50 100C40 65 35 60 0 50C35 40 40 35 50 0Z',
  'M0 100C0 40 40 0 100 0C100 60 60 100 0 100Z',
  'M0 0H50V50H100V100H50V50H0Z',
  'M14 14h20v20h-20ZM66 14h20v20h-20ZM40 40h20v20h-20ZM14 66h20v20h-20ZM66 66h20v20h-20Z',
  'M0 50A50 50 0 0 1 100 50ZM0 100A50 50 0 0 1 100 100Z',
] as const

const PAIRS = [
  ['vermilion', 'cream'],
  ['cobalt', 'sky'],
  ['ochre', 'ink'],
  ['leaf', 'cream'],
  ['plum', 'vermilion'],
  ['sky', 'cobalt'],
  ['cream', 'vermilion'],
  ['ink', 'ochre'],
  ['cream', 'cobalt'],
  ['ochre', 'plum'],
  ['sky', 'ink'],
] as const

/** Numbers that depend on the seed alone (FNV-1a, then xorshift). */
function numbers(seed: string) {
  let state = 0x811c9dc5
  for (const character of seed) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193)
  return (below: number) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % below
  }
}

interface CoverProps {
  seed: string
  columns?: number
  rows?: number
  className?: string | undefined
}

/** A picture of paper cut-outs that belongs to one thing: the same id always has the same. */
export function Cover({ seed, columns = 4, rows = 2, className }: CoverProps) {
  const next = numbers(seed)
  const tiles = Array.from({ length: columns * rows }, (_, index) => {
    const [ground, figure] = PAIRS[next(PAIRS.length)] ?? PAIRS[0]
    return { index, ground, figure, shape: SHAPES[next(SHAPES.length)], turn: next(4) * 90 }
  })
  return (
    <svg
      viewBox={`0 0 ${columns * 100} ${rows * 100}`}
      preserveAspectRatio="xMidYMid slice"
      className={className}
      aria-hidden="true"
    >
      {tiles.map(({ index, ground, figure, shape, turn }) => (
        <g key={index} transform={`translate(${(index % columns) * 100} ${Math.floor(index / columns) * 100})`}>
          <rect width="101" height="101" className={styles[ground]} />
          <path d={shape} className={styles[figure]} transform={`rotate(${turn} 50 50)`} />
        </g>
      ))}
    </svg>
  )
}
