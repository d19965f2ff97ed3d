import { paraglideVitePlugin } from '@inlang/paraglide-js'
import { sveltekit } from '@sveltejs/kit/vite'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [
    paraglideVitePlugin({
      project: './project.inlang',
      outdir: './src/lib/messages/generated',
      strategy: ['cookie', 'preferredLanguage', 'baseLocale'],
      cookieName: 'kith_language'
    }),
    sveltekit()
  ],
  server: { host: '127.0.0.1' }
})
