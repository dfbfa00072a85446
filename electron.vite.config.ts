import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

/** Main holds the desktop entry and the command-line entries; all of them run the same engine. */
export default defineConfig({
  main: {
    build: {
      rolldownOptions: {
        input: {
          index: 'src/main/index.ts',
          headless: 'src/headless/index.ts',
          accounts: 'src/headless/accounts-main.ts',
          simulator: 'src/headless/simulator-main.ts',
        },
        output: { format: 'es' },
      },
      sourcemap: true,
    },
  },
  preload: {
    build: {
      // A sandboxed preload must be one CommonJS file that requires only electron.
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: 'src/preload/index.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react()],
    build: {
      rolldownOptions: { input: 'src/renderer/index.html' },
      // Fonts and pictures stay files of their own: the page's policy allows no data URLs for scripts or fonts.
      assetsInlineLimit: 0,
      minify: true,
    },
  },
})
