export const search = {
  label: 'What are you looking for?',
  action: 'Search',
  by: 'Search by',
  mode: { hybrid: 'Both', vector: 'Meaning', keyword: 'Words' },
  hint: {
    hybrid: 'Finds what means the same, and what says the same words.',
    vector: 'Finds what means the same, whatever its words.',
    keyword: 'Finds these words. -word leaves one out, "some words" stand beside each other.',
  },
  begin: {
    title: 'Look through every document at once',
    text: 'Ask as you would ask a colleague, or name a word. You get the passages that fit, and each opens its document at the place.',
  },
  found_one: '{{count}} passage, the best first',
  found_other: '{{count}} passages, the best first',
  nothing: {
    title: 'Nothing fits',
    hybrid: 'Say it in other words, or with fewer of them. Only documents are looked through, not files and workflows.',
    vector: 'Say it in other words, or search by words.',
    keyword: 'Try fewer words, or search by meaning, which does not need the same words.',
  },
  atMost: 'These are as many as a search shows. Say more exactly what you are looking for.',
  page: 'Page {{page}}',
  preparing_one:
    '{{count}} document is being prepared for searching, which takes a moment. It is looked for again by itself.',
  preparing_other:
    '{{count}} documents are being prepared for searching, which takes a moment. They are looked for again by themselves.',
} as const
