import { svelte } from '@sveltejs/vite-plugin-svelte'
import { configDefaults, defineConfig } from 'vitest/config'

const onPostgres = ['tests/server/**/*.test.ts', 'tests/cli/**/*.test.ts']
const corpus = ['tests/corpus/**/*.test.ts']
const browser = ['tests/browser/**/*.test.ts']

/** What no other project names is a unit test, so that no file can fall between them. */
export default defineConfig({
  plugins: [svelte()],
  test: {
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...onPostgres, ...corpus, ...browser]
        }
      },
      {
        extends: true,
        test: {
          name: 'server',
          include: onPostgres,
          globalSetup: 'tests/harness/postgres.ts',
          testTimeout: 60_000,
          hookTimeout: 60_000
        }
      },
      {
        extends: true,
        test: {
          name: 'corpus',
          include: corpus,
          globalSetup: 'tests/harness/postgres.ts',
          testTimeout: 180_000,
          hookTimeout: 60_000
        }
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: browser,
          globalSetup: ['tests/harness/postgres.ts', 'tests/harness/build.ts'],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000
        }
      }
    ]
  }
})
