import type english from './en'

/** The languages that Atelier speaks, each in its own words. */
export const LANGUAGES = { en: 'English', 'pt-BR': 'Português (Brasil)' } as const

export type Language = keyof typeof LANGUAGES

/** The same keys in another language; a key too many or too few does not compile. */
export type Translated<T> = { [K in keyof T]: T[K] extends string ? string : Translated<T[K]> }

export type Texts = Translated<typeof english>

/** The words of each language, loaded when it is spoken. */
export const words: Record<Language, () => Promise<{ default: Texts }>> = {
  en: () => import('./en'),
  'pt-BR': () => import('./pt-BR'),
}

export const LANGUAGE_KEPT_AS = 'atelier.language'

function isLanguage(text: string | null): text is Language {
  return text !== null && text in LANGUAGES
}

/** The one chosen before, or the first of the browser's languages that is spoken here. */
export function preferredLanguage(): Language {
  const chosen = localStorage.getItem(LANGUAGE_KEPT_AS)
  if (isLanguage(chosen)) return chosen
  for (const wish of navigator.languages) {
    if (wish.toLowerCase().startsWith('pt')) return 'pt-BR'
    if (wish.toLowerCase().startsWith('en')) return 'en'
  }
  return 'en'
}

export function rememberLanguage(language: Language) {
  localStorage.setItem(LANGUAGE_KEPT_AS, language)
}
