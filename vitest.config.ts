import { defineConfig } from 'vitest/config';

/** To import it all again for each file takes longer than the tests do. Whoever replaces something of the process puts it back after each test. */
const shared = { isolate: false } as const;

export default defineConfig({
  test: {
    // Each core takes a file: the usual one less than there are leaves a machine of two with half of itself.
    maxWorkers: '100%',
    projects: [
      { test: { ...shared, name: 'domain', include: ['core/**/*.{test,laws}.ts'] } },
      { test: { ...shared, name: 'app', include: ['pwa/src/**/*.{test,laws}.ts'] } },
      {
        test: {
          ...shared,
          name: 'server',
          include: ['sync-server/src/**/*.{test,laws}.ts'],
          setupFiles: ['sync-server/src/workspace/testing/verifyAfterEach.ts'],
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'faults',
          include: ['sync-server/{faults,simulation}/**/*.test.ts', '.ci/**/*.test.ts'],
          testTimeout: 600_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'browser',
          // Apart from everything else: a browser that has to share its machine with what works it hard is slow in ways no trader meets.
          sequence: { groupOrder: 1 },
          include: ['pwa/browser/**/*.test.ts'],
          globalSetup: 'pwa/browser/harness/globalSetup.ts',
          setupFiles: ['pwa/browser/harness/setup.ts'],
          testTimeout: 180_000,
          hookTimeout: 60_000,
          // A scene waits for what it is to see, on however busy a machine.
          expect: { poll: { timeout: 30_000 } },
        },
      },
      { test: { ...shared, name: 'panel', include: ['extension/src/**/*.{test,laws}.ts'] } },
      {
        test: {
          name: 'extension',
          include: ['extension/browser/**/*.test.ts'],
          globalSetup: 'extension/browser/harness/globalSetup.ts',
          testTimeout: 180_000,
          hookTimeout: 60_000,
          expect: { poll: { timeout: 30_000 } },
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
