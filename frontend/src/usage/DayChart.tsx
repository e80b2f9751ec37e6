import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { day as dayInWords, dayInShort } from '../i18n/format'
import { barsOf, type Bars, type Series } from './bars'
import { inWords, type Measure } from './measures'
import type { UsageReport } from './usage'
import styles from './DayChart.module.css'

const HEIGHT = 100
/** Of a bar and the gap beside it, in units of the drawing, which is as wide as there is room. */
const STEP = 10

/**
 * A bar for each day, with the models as its parts. One day at a time is told in words: the one that is pointed at, or
 * chosen by the slider below, which is also how the chart is read without seeing it.
 */
export function DayChart({ report, measure }: { report: UsageReport; measure: Measure }) {
  const { t } = useTranslation('usage')
  const [pointed, setPointed] = useState<string>()
  const chart = barsOf(report, measure)
  const index = indexOf(chart, pointed)
  const bar = chart.bars[index]
  if (chart.top === 0 || bar === undefined) return <p className={styles.nothing}>{t('chart.nothing')}</p>
  const choose = (next: number) => setPointed(chart.bars[next]?.day)
  const said = `${dayInWords(bar.day)}: ${inWords(measure, bar.total)}`
  return (
    <figure className={styles.chart} aria-label={t('chart.title', { measure: t(`measures.${measure}`) })}>
      <div className={styles.plot}>
        <Axis top={chart.top} measure={measure} />
        <Drawing chart={chart} index={index} onPoint={choose} />
        <input
          type="range"
          className={styles.slider}
          aria-label={t('chart.day')}
          aria-valuetext={said}
          min={0}
          max={chart.bars.length - 1}
          value={index}
          onChange={event => choose(event.target.valueAsNumber)}
        />
        <p className={styles.ends} aria-hidden="true">
          <span>{dayInShort(report.from)}</span>
          <span>{dayInShort(report.to)}</span>
        </p>
      </div>
      <figcaption className={styles.caption}>
        <p className={styles.said}>{said}</p>
        <ul className={styles.legend}>
          {chart.series.map((series, part) => (
            <Entry key={series.colour} series={series} amount={inWords(measure, bar.parts[part] ?? 0)} />
          ))}
        </ul>
      </figcaption>
    </figure>
  )
}

/** The bar that is told of: the one chosen, else the latest with anything in it. */
function indexOf({ bars }: Bars, day: string | undefined): number {
  const chosen = bars.findIndex(bar => bar.day === day)
  return chosen >= 0 ? chosen : bars.findLastIndex(bar => bar.total > 0)
}

function Axis({ top, measure }: { top: number; measure: Measure }) {
  return (
    <p className={styles.axis} aria-hidden="true">
      <span>{inWords(measure, top)}</span>
      <span>{inWords(measure, 0)}</span>
    </p>
  )
}

interface DrawingProps {
  chart: Bars
  index: number
  onPoint: (index: number) => void
}

function Drawing({ chart: { series, bars, top }, index, onPoint }: DrawingProps) {
  return (
    <svg
      viewBox={`0 0 ${bars.length * STEP} ${HEIGHT}`}
      preserveAspectRatio="none"
      className={styles.drawing}
      aria-hidden="true"
      onPointerMove={event => {
        const { left, width } = event.currentTarget.getBoundingClientRect()
        onPoint(Math.floor((bars.length * (event.clientX - left)) / width))
      }}
    >
      <rect x={index * STEP} width={STEP} height={HEIGHT} className={styles.chosen} />
      {[0, HEIGHT / 2, HEIGHT].map(y => (
        <line key={y} x2={bars.length * STEP} y1={y} y2={y} className={styles.line} />
      ))}
      {bars.map((bar, column) => {
        let y = HEIGHT
        return bar.parts.map((part, layer) => {
          const height = (HEIGHT * part) / top
          y -= height
          return part > 0 ? (
            <rect
              key={`${bar.day} ${layer}`}
              x={column * STEP + STEP / 10}
              y={y}
              width={(STEP * 4) / 5}
              height={height}
              className={styles.part}
              data-colour={series[layer]?.colour}
            />
          ) : null
        })
      })}
    </svg>
  )
}

function Entry({ series: { models, colour }, amount }: { series: Series; amount: string }) {
  const { t } = useTranslation('usage')
  return (
    <li>
      <i data-colour={colour} aria-hidden="true" />
      <span className={styles.model}>
        {models.length === 1 ? models[0] : t('chart.others', { count: models.length })}
      </span>
      <span>{amount}</span>
    </li>
  )
}
