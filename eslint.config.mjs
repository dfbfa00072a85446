import hooks from 'eslint-plugin-react-hooks'
import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'

const clockFromPortsOnly = [
  { object: 'Date', property: 'now', message: 'Time comes in through the clock port.' },
  { object: 'Math', property: 'random', message: 'Chance comes in through the random port.' },
]

/** What is read is never run. */
const noCodeFromData = [
  { selector: "ImportExpression[source.type!='Literal']", message: 'Only a module named in the source is imported.' },
  { selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']", message: 'Markup is never made from text.' },
  { selector: "Property[key.name='dangerouslySetInnerHTML']", message: 'Markup is never made from text.' },
]
const markupSinks = ['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'srcdoc', 'setHTMLUnsafe'].map((property) => ({
  property,
  message: 'Markup is never made from text.',
}))
const oneChannel = { name: 'electron', message: 'Page and main speak over the one link.' }
const productCode = { files: ['src/**/*.{ts,tsx}'], ignores: ['**/*.test.{ts,tsx}', '**/test/**'] }

export default defineConfig(
  globalIgnores(['out/', 'release/', 'node_modules/', 'e2e/results/']),
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: { allowDefaultProject: ['*.mjs', 'scripts/*.mjs', 'src/node/native/*.mjs'] } },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-meaningless-void-operator': 'off',
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/unified-signatures': 'off',
      // Our factories return objects whose functions use no `this`, so they may be taken off them.
      '@typescript-eslint/unbound-method': 'off',
      'max-lines': ['error', { max: 250, skipBlankLines: false, skipComments: false }],
      'max-depth': ['error', 4],
      'no-console': 'error',
    },
  },
  {
    ...productCode,
    rules: {
      'no-eval': 'error',
      'no-new-func': 'error',
      'no-script-url': 'error',
      'no-restricted-syntax': ['error', ...noCodeFromData],
      'no-restricted-properties': ['error', ...markupSinks],
    },
  },
  {
    ...productCode,
    ignores: [...productCode.ignores, 'src/main/electron-link.ts', 'src/preload/index.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { paths: [{ ...oneChannel, importNames: ['ipcMain', 'ipcRenderer', 'contextBridge', 'default'] }] },
      ],
      'no-restricted-properties': ['error', ...markupSinks, { property: 'ipc', message: oneChannel.message }],
    },
  },
  {
    files: ['src/{shared,engine,venues,simulator}/**/*.ts'],
    ignores: ['**/*.test.ts', '**/test/**'],
    rules: {
      'no-restricted-properties': ['error', ...clockFromPortsOnly],
      'no-restricted-syntax': [
        'error',
        ...noCodeFromData,
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'Time comes in through the clock port.',
        },
        { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
        { selector: 'ClassDeclaration', message: 'Factories that return a small object, not classes.' },
      ],
    },
  },
  {
    files: ['src/renderer/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': hooks },
    rules: {
      ...hooks.configs.recommended.rules,
      // The React compiler, which these speak for, is not used; charts are made in effects and handed on as state.
      'react-hooks/incompatible-library': 'off',
      'react-hooks/set-state-in-effect': 'off',
    },
  },
  {
    files: ['**/*.test.{ts,tsx}', '**/test/**', 'e2e/**', 'bench/**'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/require-await': 'off',
      'no-console': 'off',
    },
  },
  { files: ['**/*.mjs', 'bench/**'], extends: [tseslint.configs.disableTypeChecked], rules: { 'no-console': 'off' } },
)
