import { render, screen } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { AtPlace, PlaceNote, PlainText } from './AtPlace'
import type { Document } from './documents'
import { Preview } from './Preview'

const marks = () => screen.getAllByText((_, element) => element?.tagName === 'MARK').map(mark => mark.textContent)

describe('a place that is opened', () => {
  const shown: Element[] = []
  beforeEach(() => {
    shown.length = 0
    // jsdom has no layout to scroll in.
    Element.prototype.scrollIntoView = function (this: Element) {
      shown.push(this)
    }
  })

  it('is marked in a preview, through what is written bold or linked, and nowhere else', () => {
    const markdown = '# Plan\n\nThis. We launch **Aurora now** in [March](https://x.test). Later.'
    const start = markdown.indexOf('We')
    render(
      <AtPlace>
        <Preview markdown={markdown} marked={{ start, end: markdown.indexOf(' Later') }} />
      </AtPlace>,
    )
    expect(marks()).toEqual(['We launch ', 'Aurora now', ' in ', 'March', '.'])
    expect(screen.getByText('Aurora now').closest('strong')).not.toBeNull()
  })

  it('marks what cannot be counted as a whole', () => {
    render(<Preview markdown={'Tea &amp; cake, and so on.'} marked={{ start: 0, end: 5 }} />)
    expect(marks()).toEqual(['Tea & cake, and so on.'])
  })

  it('is scrolled to, and the keyboard goes on from there', () => {
    render(
      <AtPlace>
        <PlainText text={'One.\n# Two.\nThree.'} marked={{ start: 5, end: 11 }} />
      </AtPlace>,
    )
    expect(marks()).toEqual(['# Two.'])
    expect(screen.getByText('# Two.')).toHaveFocus()
    expect(shown).toEqual([screen.getByText('# Two.')])
  })

  it('is nothing when it has gone', () => {
    render(
      <AtPlace>
        <PlainText text="One." marked={undefined} />
      </AtPlace>,
    )
    expect(screen.getByRole('article').innerHTML).toBe('One.')
    expect(shown).toEqual([])
  })
})

describe('the note about a place', () => {
  const place = { start: 0, end: 1, words: 'a', whole: true, page: 3 }
  const document = { mediaType: 'pdf', fileUrl: 'https://files.test/a.pdf' } as Document

  it('names the page, and leads to it in the file', () => {
    render(<PlaceNote document={document} place={place} found />)
    expect(screen.getByRole('status')).toHaveTextContent('it is on page 3')
    expect(screen.getByRole('link', { name: 'Open the file' })).toHaveAttribute(
      'href',
      'https://files.test/a.pdf#page=3',
    )
  })

  it('leads nowhere without a file, and says when the passage has gone', () => {
    render(<PlaceNote document={{ ...document, fileUrl: null }} place={place} found={false} />)
    expect(screen.getByRole('status')).toHaveTextContent('has been changed since')
    expect(screen.queryByRole('link')).toBeNull()
  })
})
