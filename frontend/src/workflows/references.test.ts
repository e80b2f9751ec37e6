import { describe, expect, it } from 'vitest'
import { graphOf } from './graph'
import { complete, matching, referencesFor, typingAt, upstreamOf } from './references'

const graph = graphOf({
  nodes: [
    { id: 'start', type: 'start', data: { inputVariables: [{ name: 'topic' }] } },
    { id: 'each', type: 'loop', data: { label: 'Each' } },
    { id: 'write', type: 'text_generation', data: { label: 'Write' } },
    { id: 'paint', type: 'image_generation' },
    { id: 'end', type: 'finish' },
  ],
  edges: [
    { source: 'start', target: 'each' },
    { source: 'each', target: 'write', sourceHandle: 'body' },
    { source: 'write', target: 'each' },
    { source: 'each', target: 'paint', sourceHandle: 'done' },
    { source: 'paint', target: 'end' },
  ],
})
const textsFor = (id: string) => referencesFor(graph, id).map(reference => reference.text)

describe('references', () => {
  it('are to what may have run before, and to the inputs', () => {
    expect(upstreamOf(graph, 'end')).toEqual(new Set(['start', 'each', 'write', 'paint']))
    expect(textsFor('end')).toEqual(expect.arrayContaining(['{topic}', '{{paint.file_url}}', '{{write.content}}']))
    expect(textsFor('write')).not.toContain('{{paint.file_url}}')
  })

  it('are to the item inside of a loop, and to the results after it', () => {
    expect(textsFor('write')).toEqual(expect.arrayContaining(['{{each.item}}', '{{each.iteration}}']))
    expect(textsFor('write')).not.toContain('{{each.results}}')
    expect(textsFor('paint')).toContain('{{each.results}}')
    expect(textsFor('paint')).not.toContain('{{each.item}}')
  })

  it('are seen while they are typed', () => {
    expect(typingAt('About {', 7)).toEqual({ start: 6, typed: '' })
    expect(typingAt('About {{write.co and', 16)).toEqual({ start: 6, typed: 'write.co' })
    expect(typingAt('About {{write.content}}', 23)).toBeUndefined()
    expect(typingAt('About', 5)).toBeUndefined()
  })

  it('fit by what they begin with first, then by what is in them or where they come from', () => {
    const fitting = matching(
      [
        { text: '{{paint.title}}', from: 'Paint' },
        { text: '{{title.content}}', from: 'Headline' },
        { text: '{topic}', from: '' },
      ],
      'title',
    )
    expect(fitting.map(reference => reference.text)).toEqual(['{{title.content}}', '{{paint.title}}'])
    expect(matching([{ text: '{{a.content}}', from: 'Headline' }], 'headl')).toHaveLength(1)
  })

  it('take the place of what was typed, with the braces that are there', () => {
    const reference = { text: '{{write.content}}', from: 'Write' }
    const typed = 'Of {{wri}} and more'
    expect(complete(typed, { start: 3, typed: 'wri' }, 8, reference)).toEqual({
      text: 'Of {{write.content}} and more',
      caret: 20,
    })
    expect(complete('Of {wri and', { start: 3, typed: 'wri' }, 7, reference).text).toBe('Of {{write.content}} and')
  })
})
