import { defineConfig } from 'vitest/config';

/** Every suite of the project; `npm test` runs them all and counts them together. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'analysis',
          include: ['packages/analysis/test/**/*.test.ts'],
          testTimeout: 120_000,
        },
      },
      {
        oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
        test: {
          name: 'app',
          include: ['app/src/**/*.test.ts', 'app/src/**/*.test.tsx', 'app/test/*.test.ts'],
          globalSetup: ['app/src/platform/testing/database.setup.ts'],
          testTimeout: 30_000,
        },
      },
      {
        oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
        test: {
          name: 'leaks',
          include: ['app/leaks/**/*.test.ts'],
          globalSetup: ['app/src/platform/testing/database.setup.ts'],
          testTimeout: 600_000,
          hookTimeout: 300_000,
        },
      },
      {
        oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
        test: {
          name: 'security',
          include: ['app/security/*.test.ts'],
          globalSetup: ['app/src/platform/testing/database.setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 300_000,
        },
      },
      {
        test: {
          name: 'crash',
          include: ['app/crash/*.test.ts'],
          globalSetup: ['app/crash/build.setup.ts'],
          testTimeout: 600_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['app/e2e/**/*.test.ts'],
          globalSetup: ['app/e2e/support/concord.setup.ts'],
          testTimeout: 240_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
