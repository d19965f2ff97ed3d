import js from '@eslint/js'
import svelte from 'eslint-plugin-svelte'
import globals from 'globals'
import typescript from 'typescript-eslint'
import svelteConfig from './svelte.config.js'

/** Text that reaches SQL or a page unescaped has no place here; each ban names the way that is open instead. */
const bans = [
  {
    selector: "MemberExpression[object.name='sql'][property.name=/^(raw|lit)$/]",
    message: 'sql.raw and sql.lit put text into SQL as it is: use parameters, sql.ref or sql.id.'
  },
  {
    selector: 'TSAsExpression > TSAnyKeyword',
    message: 'Do not cast to any: parse what comes from outside with zod, or narrow it.'
  }
]

export default typescript.config(
  { ignores: ['build/', '.svelte-kit/', '.kith/', 'coverage/', 'tests/.results/', 'src/lib/messages/generated/'] },
  js.configs.recommended,
  typescript.configs.recommended,
  svelte.configs['flat/recommended'],
  svelte.configs['flat/prettier'],
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    rules: {
      // TypeScript knows every name, and svelte-check every name of a component.
      'no-undef': 'off',
      'no-restricted-syntax': ['error', ...bans],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }]
    }
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: {
      parserOptions: { extraFileExtensions: ['.svelte'], parser: typescript.parser, svelteConfig }
    },
    rules: {
      'svelte/no-at-html-tags': 'error',
      // Links lead to addresses of this app, which is served at the root of its origin.
      'svelte/no-navigation-without-resolve': 'off'
    }
  },
  {
    // Frozen, and made of constant text.
    files: ['migrations/**'],
    rules: { 'no-restricted-syntax': 'off' }
  },
  {
    files: ['src/lib/**/*.{ts,svelte}', 'src/routes/**/*.{ts,svelte}'],
    // What goes to stderr is the log of whoever runs the server; nothing else is printed.
    rules: { 'no-console': ['error', { allow: ['error'] }] }
  }
)
