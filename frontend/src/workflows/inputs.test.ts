import { describe, expect, it } from 'vitest'
import { graphOf } from './graph'
import { inputsOfGraph, standardAnswers, unanswered, valuesOf } from './inputs'

const inputs = inputsOfGraph(
  graphOf({
    nodes: [
      {
        id: 'start',
        type: 'start',
        data: {
          input_variables: [
            { name: 'topic', required: true, description: 'What it is about.' },
            { name: 'words', type: 'number', defaultValue: 600 },
            { name: 'short', type: 'boolean', default: true },
            { name: 'tone', default: 'warm' },
            { type: 'text' },
          ],
        },
      },
    ],
  }),
)

describe('the inputs of a run', () => {
  it('are read in either spelling, with what is filled in before', () => {
    expect(inputs.map(input => [input.name, input.type, input.required])).toEqual([
      ['topic', 'text', true],
      ['words', 'number', false],
      ['short', 'boolean', false],
      ['tone', 'text', false],
    ])
    expect(standardAnswers(inputs)).toEqual({ topic: '', words: '600', short: true, tone: 'warm' })
  })

  it('must be there when they are required', () => {
    expect(unanswered(inputs, { topic: '  ' })).toEqual(['topic'])
    expect(unanswered(inputs, { topic: 'tea' })).toEqual([])
  })

  it('are sent as what they are, and not at all when they were left empty', () => {
    expect(valuesOf(inputs, { topic: 'tea', words: '12.5', short: false, tone: '' })).toEqual({
      topic: 'tea',
      words: 12.5,
      short: false,
    })
  })
})
