import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import type english from './en'
import { LANGUAGE_KEPT_AS, LANGUAGES, preferredLanguage, rememberLanguage, words, type Language } from './languages'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    resources: typeof english
  }
}

/** Resolves when the words of the user's language are here. */
export async function startI18n(language = preferredLanguage()) {
  await i18next.use(initReactI18next).init({
    lng: language,
    showSupportNotice: false,
    fallbackLng: false,
    supportedLngs: Object.keys(LANGUAGES),
    defaultNS: 'common',
    resources: { [language]: (await words[language]()).default },
    interpolation: { escapeValue: false }, // React does
  })
  document.documentElement.lang = language
  window.addEventListener('storage', event => {
    if (event.key !== LANGUAGE_KEPT_AS) return
    const chosen = preferredLanguage() // in another tab
    if (chosen !== i18next.language) void become(chosen)
  })
}

export async function speak(language: Language) {
  await become(language)
  rememberLanguage(language)
}

async function become(language: Language) {
  const { default: texts } = await words[language]()
  for (const [area, entries] of Object.entries(texts)) i18next.addResourceBundle(language, area, entries)
  await i18next.changeLanguage(language)
  document.documentElement.lang = language
}
