import type { Graph } from './graph'

const AT_MOST = 100

/** What was drawn, and what may be undone and done again. */
export interface History {
  past: readonly Graph[]
  present: Graph
  future: readonly Graph[]
  /** What the last change belongs to; further ones of the same kind are undone together with it. */
  under?: string | undefined
}

export type Change =
  | { type: 'change'; graph: Graph; under?: string }
  /** What comes now is a change of its own. */
  | { type: 'settle' }
  | { type: 'undo' }
  | { type: 'redo' }
  /** Begins anew with another graph. */
  | { type: 'replace'; graph: Graph }

export function begin(graph: Graph): History {
  return { past: [], present: graph, future: [] }
}

export function changed(history: History, change: Change): History {
  const { past, present, future, under } = history
  switch (change.type) {
    case 'change': {
      if (change.graph === present) return history
      const goesOn = change.under !== undefined && change.under === under
      return {
        past: goesOn ? past : [...past, present].slice(-AT_MOST),
        present: change.graph,
        future: [],
        under: change.under,
      }
    }
    case 'settle':
      return under === undefined ? history : { ...history, under: undefined }
    case 'undo': {
      const before = past.at(-1)
      return before ? { past: past.slice(0, -1), present: before, future: [present, ...future] } : history
    }
    case 'redo': {
      const [next, ...later] = future
      return next ? { past: [...past, present], present: next, future: later } : history
    }
    case 'replace':
      return begin(change.graph)
  }
}
