import adapter from '@sveltejs/adapter-node'
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte'

/** @type {import('@sveltejs/kit').Config} */
export default {
  preprocess: vitePreprocess(),
  kit: {
    adapter: adapter({ out: 'build' }),
    // Imports go through package.json `imports` (#lib/*), which Node, Vite and TypeScript all read.
    typescript: {
      config: (config) => ({
        ...config,
        include: [...config.include, '../migrations/**/*.ts', '../scripts/**/*.js', '../bin/**/*.js']
      })
    }
  }
}
