import type { Graph, WorkflowNode } from './graph'
import { kindOf } from './node-types'

export const INPUT_TYPES = ['text', 'number', 'boolean'] as const
export type InputType = (typeof INPUT_TYPES)[number]

/** What is asked for when a run is started. */
export interface Input {
  name: string
  type: InputType
  required: boolean
  /** As a form shows it: text, or whether a box is ticked. */
  standard: string | boolean
  description: string
}

export type Answers = Readonly<Record<string, string | boolean>>

function typeOf(value: unknown): InputType {
  return value === 'number' || value === 'boolean' ? value : 'text'
}

function standardOf(type: InputType, value: unknown): string | boolean {
  if (type === 'boolean') return value === true
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** The inputs that a start node asks for, in either spelling. */
export function inputsOf(start: WorkflowNode): Input[] {
  const list = start.data.inputVariables ?? start.data.input_variables
  if (!Array.isArray(list)) return []
  return list.flatMap((entry: unknown): Input[] => {
    if (typeof entry !== 'object' || entry === null || !('name' in entry) || typeof entry.name !== 'string') return []
    const more = entry as Record<string, unknown>
    const type = typeOf(more.type)
    return [
      {
        name: entry.name,
        type,
        required: more.required === true,
        standard: standardOf(type, more.default ?? more.defaultValue),
        description: typeof more.description === 'string' ? more.description : '',
      },
    ]
  })
}

export function inputsOfGraph(graph: Graph): Input[] {
  return graph.nodes.filter(node => kindOf(node.type)?.type === 'start').flatMap(inputsOf)
}

/** What a form begins with. */
export function standardAnswers(inputs: readonly Input[]): Answers {
  return Object.fromEntries(inputs.map(input => [input.name, input.standard]))
}

/** Which required inputs have no answer. */
export function unanswered(inputs: readonly Input[], answers: Answers): string[] {
  return inputs
    .filter(input => input.required && input.type !== 'boolean' && String(answers[input.name] ?? '').trim() === '')
    .map(input => input.name)
}

/** What is sent: numbers as numbers, and nothing for what was left empty. */
export function valuesOf(inputs: readonly Input[], answers: Answers): Record<string, string | number | boolean> {
  return Object.fromEntries(
    inputs.flatMap((input): [string, string | number | boolean][] => {
      const answer = answers[input.name] ?? input.standard
      if (typeof answer === 'boolean') return [[input.name, answer]]
      if (answer.trim() === '') return []
      return [[input.name, input.type === 'number' ? Number(answer) : answer]]
    }),
  )
}
