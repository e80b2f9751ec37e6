import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [react()],
  build: {
    target: 'es2023',
    // The policy of the page admits no data: addresses, so that nothing may be written into style sheets.
    assetsInlineLimit: 0,
    manifest: true,
  },
  test: {
    globals: true,
    environment: 'jsdom',
    setupFiles: ['src/test/setup.ts'],
    include: ['src/**/*.test.{ts,tsx}', 'server/**/*.test.js'],
    restoreMocks: true,
  },
})
