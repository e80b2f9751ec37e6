import { fireEvent, waitFor } from '@testing-library/react'
import i18next from 'i18next'
import { expect, it } from 'vitest'
import { speak } from './i18n'
import { LANGUAGE_KEPT_AS } from './languages'

it('a language that is chosen in another tab is spoken in this one', async () => {
  localStorage.setItem(LANGUAGE_KEPT_AS, 'pt-BR')
  fireEvent(window, new StorageEvent('storage', { key: LANGUAGE_KEPT_AS, newValue: 'pt-BR' }))
  await waitFor(() => expect(i18next.t('save')).toBe('Salvar'))
  expect(document.documentElement.lang).toBe('pt-BR')
  await speak('en')
})
