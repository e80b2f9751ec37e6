export const questions = {
  label: 'Your question',
  hint: 'It is answered from the documents of this project alone. Enter asks, Shift and Enter begin a new line.',
  ask: 'Ask',
  stop: 'Stop',
  again: 'Ask again',
  forget: 'Take this question off the page: {{question}}',
  begin: {
    title: 'Ask what your documents know',
    text: '“When do we launch?”, “What did the client say about the colours?” Every answer shows the sentences that it rests on.',
  },
  state: {
    asking: 'Looking it up and writing …',
    answered: 'The answer is here.',
    stopped: 'This answer was broken off before its end.',
    failed: 'The question could not be answered.',
  },
  sources: 'What it rests on',
  source: 'Source {{number}}: {{title}}',
  unsupported: {
    text: 'No passage of the documents supports this. Ask in other words, or write down what is missing.',
    search: 'Search for it',
  },
} as const
