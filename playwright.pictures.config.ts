import { defineConfig } from '@playwright/test'
import base from './playwright.config.ts'

/** Takes the pictures of the README anew: `npm run pictures`. */
export default defineConfig({ ...base, projects: [{ name: 'pictures', testDir: 'e2e/pictures' }] })
