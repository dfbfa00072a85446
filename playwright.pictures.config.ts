import { defineConfig } from '@playwright/test'
import base from './playwright.config.ts'

/** As a user sees it: in a whole browser, which shows notices. */
const use = base.projects?.find(({ name }) => name === 'notices')?.use ?? {}

/** Takes the pictures of the README anew: `npm run pictures`. */
export default defineConfig({ ...base, projects: [{ name: 'pictures', testDir: 'e2e/pictures', use }] })
