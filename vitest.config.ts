import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', '{scripts,packaging,e2e/desktop,e2e/security}/**/*.test.ts'],
    environment: 'node',
    testTimeout: 20_000,
    restoreMocks: true,
    // More than there are cores: some tests wait for other processes.
    maxWorkers: 3,
  },
})
