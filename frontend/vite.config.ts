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
    restoreMocks: true,
    projects: [
      {
        extends: true,
        test: {
          name: 'application',
          environment: 'jsdom',
          testTimeout: 30_000,
          setupFiles: ['src/test/setup.ts'],
          include: ['src/**/*.test.{ts,tsx}'],
        },
      },
      { extends: true, test: { name: 'server', environment: 'node', include: ['server/**/*.test.js'] } },
    ],
  },
})
