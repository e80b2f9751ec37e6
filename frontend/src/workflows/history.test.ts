import { describe, expect, it } from 'vitest'
import { graphOf, type Graph } from './graph'
import { begin, changed, type Change, type History } from './history'

const named = (name: string): Graph => graphOf({ name })
const nameOf = (history: History) => history.present.name
const play = (...changes: Change[]) => changes.reduce(changed, begin(named('zero')))
const change = (name: string, under?: string): Change => ({
  type: 'change',
  graph: named(name),
  ...(under !== undefined && { under }),
})
const UNDO: Change = { type: 'undo' }
const REDO: Change = { type: 'redo' }

describe('history', () => {
  it('undoes and does again, and no further than there is', () => {
    expect(nameOf(play(change('one'), change('two'), UNDO))).toBe('one')
    expect(nameOf(play(change('one'), change('two'), UNDO, UNDO, UNDO))).toBe('zero')
    expect(nameOf(play(change('one'), change('two'), UNDO, UNDO, REDO, REDO, REDO))).toBe('two')
  })

  it('forgets what was undone once something else is done', () => {
    expect(nameOf(play(change('one'), UNDO, change('other'), REDO))).toBe('other')
  })

  it('undoes what belongs together at once, until it has settled', () => {
    expect(nameOf(play(change('a', 'prompt'), change('ab', 'prompt'), UNDO))).toBe('zero')
    expect(nameOf(play(change('a', 'prompt'), { type: 'settle' }, change('ab', 'prompt'), UNDO))).toBe('a')
    expect(nameOf(play(change('a', 'prompt'), change('b', 'title'), UNDO))).toBe('a')
  })

  it('remembers a hundred changes', () => {
    const many = Array.from({ length: 150 }, (_, index) => change(String(index)))
    const undone = play(...many, ...many.map(() => UNDO))
    expect(nameOf(undone)).toBe('49')
  })

  it('begins anew with what somebody else has drawn', () => {
    expect(nameOf(play(change('one'), { type: 'replace', graph: named('theirs') }, UNDO))).toBe('theirs')
  })
})
