import tseslint from 'typescript-eslint'

/** Arrows go one way: what each folder may import from the others. */
const fences = {
  errors: [],
  dialects: ['generated', 'authorities'],
  discovery: [],
  files: ['errors'],
  load: ['errors', 'files'],
  validate: ['errors', 'load', 'generated', 'dialects', 'authorities'],
  variables: ['errors', 'files', 'load', 'dialects', 'checkout/inventory-place'],
  importing: ['errors', 'load', 'dialects', 'authorities', 'generated', 'plan', 'render', 'validate'],
  plan: ['generated', 'dialects', 'authorities', 'operations/preflight'],
  operations: [],
  authorities: ['operations', 'generated', 'plan/host-plan'],
  quoting: [],
  render: ['plan', 'operations', 'authorities', 'quoting'],
  write: ['errors', 'files', 'render/rendered-file', 'plan/groups'],
  checkout: [
    'errors',
    'files',
    'dialects/is-yes',
    'dialects/mas-variables',
    'dialects/web-clients',
    'authorities',
    'render/host-file',
  ],
  secrets: ['errors', 'files', 'plan', 'render/role-files'],
  run: [
    'errors',
    'files',
    'plan',
    'operations',
    'authorities',
    'secrets',
    'quoting',
    'render/role-files',
    'render/program',
  ],
  ui: ['errors', 'secrets'],
  generated: [],
}

const folders = [...Object.keys(fences), 'commands', 'pipeline', 'cli', 'main', 'index']

const fenceRules = Object.entries(fences).map(([folder, allowed]) => ({
  files: [`generator/${folder}/**/*.ts`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            group: [
              ...folders.filter((other) => other !== folder).map((other) => `**/${other}/**`),
              ...allowed.map((other) => `!**/${other}${other.includes('/') ? '.ts' : '/**'}`),
            ],
            message: `generator/${folder}/ may import from ${allowed.join(', ') || 'no other folder'} only (see ARCHITECTURE.md).`,
          },
        ],
      },
    ],
  },
}))

export default tseslint.config(
  { ignores: ['dist/', 'coverage/', 'generator/generated/'] },
  ...tseslint.configs.strict,
  ...fenceRules,
  {
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_', argsIgnorePattern: '^_' }],
    },
  },
)
