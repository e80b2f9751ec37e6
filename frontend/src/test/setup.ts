import '@testing-library/jest-dom/vitest'
import { cleanup, configure } from '@testing-library/react'
import { afterEach, beforeAll } from 'vitest'
import { startI18n } from '../i18n/i18n'

// Pages are loaded when they are visited, which takes a busy machine its time.
configure({ asyncUtilTimeout: 10_000 })

beforeAll(() => startI18n('en'))

afterEach(() => {
  cleanup()
  localStorage.clear()
})
