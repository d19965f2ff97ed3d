import adapter from '@sveltejs/adapter-node'
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte'

/** @type {import('@sveltejs/kit').Config} */
export default {
  preprocess: vitePreprocess(),
  kit: {
    adapter: adapter({ out: 'build' }),
    // Nothing from elsewhere, nothing inline but what carries the page's nonce; style attributes count as inline.
    csp: {
      mode: 'auto',
      directives: {
        'default-src': ['none'],
        'script-src': ['self'],
        'style-src': ['self'],
        // The one style attribute that SvelteKit itself writes, which hides its announcer of page changes from the eye.
        'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
        'font-src': ['self'],
        'img-src': ['self', 'data:', 'blob:'],
        'connect-src': ['self'],
        'manifest-src': ['self'],
        'form-action': ['self'],
        'base-uri': ['none'],
        'frame-ancestors': ['none']
      }
    },
    // Imports go through package.json `imports` (#lib/*), which Node, Vite and TypeScript all read.
    typescript: {
      config: (config) => ({
        ...config,
        include: [...config.include, '../migrations/**/*.ts', '../scripts/**/*.js', '../bin/**/*.js']
      })
    }
  }
}
