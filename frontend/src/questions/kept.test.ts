import { expect, it } from 'vitest'
import { forgetQuestions, questionsKept } from './kept'

it('keeps the questions of each user and project apart, until they sign out', () => {
  questionsKept('ada', 'p').write({ typed: 'When?', turns: [] })
  questionsKept('bob', 'p').write({ typed: 'Where?', turns: [] })
  expect(questionsKept('ada', 'p').read()?.typed).toBe('When?')
  expect(questionsKept('ada', 'q').read()).toBeUndefined()
  forgetQuestions('ada')
  expect(questionsKept('ada', 'p').read()).toBeUndefined()
  expect(questionsKept('bob', 'p').read()?.typed).toBe('Where?')
})

it('does not stumble over what it cannot read, or a full storage', () => {
  localStorage.setItem('atelier.questions.ada.p', '{"typed"')
  expect(questionsKept('ada', 'p').read()).toBeUndefined()
  const full = {
    setItem: () => {
      throw new DOMException('full', 'QuotaExceededError')
    },
  } as unknown as Storage
  expect(() => questionsKept('ada', 'p', full).write({ typed: 'When?', turns: [] })).not.toThrow()
})
