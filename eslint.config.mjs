import next from 'eslint-config-next/core-web-vitals'
import tseslint from 'typescript-eslint'

/** Files of `lib` that a browser bundle may hold: pure, no SQL, no secrets, no node:*. */
const PURE =
  '^@/lib/(tlog|release-format|text|format)/|^@/lib/[^/]+/(status|labels|input|permissions|paths)$|^@/lib/(paths|errors|format)$'

const restrict = (...patterns) => ({ 'no-restricted-imports': ['error', { patterns }] })
const up = (regex, message) => ({ regex, message })
const link = up('^next/link$', 'components/ui/link fetches nothing ahead')

/** Where React and Next are. Elsewhere their rules find nothing to look at, which took them longer than all other rules together. */
const REACT = ['app/**', 'components/**', 'lib/i18n/**', 'lib/auth/session.ts', '**/*.tsx']

export default tseslint.config(
  { ignores: ['.next/', '.winnow*/', 'node_modules/', 'next-env.d.ts', 'db/migrations/'] },
  ...next.map((config) => ('rules' in config ? { ...config, files: REACT } : config)),
  ...tseslint.configs.strict,
  {
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-invalid-void-type': 'off',
      'no-console': 'error',
      eqeqeq: 'error',
    },
  },
  { files: ['lib/cli/**', 'lib/runtime/**', 'tests/**', 'db/*.ts'], rules: { 'no-console': 'off' } },
  // Import direction: app → components → lib; nothing points back up.
  {
    files: ['app/**'],
    rules: restrict(link, up('^@/db/', 'app never imports db: ask lib/<domain>/queries or a verb')),
  },
  {
    files: ['components/**'],
    rules: restrict(link, up('^@/(db|app)/', 'components import neither db nor app'), {
      regex: `^@/lib/(?!tlog/|release-format/|text/|format$|paths$|i18n/client$|[^/]+/(status|labels|permissions|paths|locales)$)`,
      message: 'components import only the pure files of lib',
      allowTypeImports: true,
    }),
  },
  { files: ['components/ui/link.tsx'], rules: { 'no-restricted-imports': 'off' } },
  { files: ['lib/**'], rules: restrict(up('^@/(app|components)/', 'lib never imports app or components')) },
  {
    files: ['lib/tlog/**'],
    rules: restrict(up('^(?!\\./)', 'lib/tlog imports nothing but itself')),
  },
  {
    files: ['lib/release-format/**'],
    rules: restrict(up('^(?!\\./|@/lib/tlog/)', 'lib/release-format imports only itself and lib/tlog')),
  },
  {
    files: ['lib/detection/detectors/**'],
    rules: restrict(up('^(@/(db|app|components)|node:)', 'a detector is pure: no I/O')),
  },
  {
    files: ['db/**'],
    rules: restrict(up('^@/(?!db/|lib/runtime/env$)', 'db imports nothing of ours but lib/runtime/env')),
  },
)
void PURE
