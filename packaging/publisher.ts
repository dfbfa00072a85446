/**
 * Who publishes Tidemark and where. A fork changes this file and nothing else: installers, update feed and package
 * metadata take it from here.
 */
export const publisher = {
  /** Owner of the repository whose releases are the update feed. */
  owner: 'tidemark-app',
  repository: 'tidemark',
  homepage: 'https://github.com/tidemark-app/tidemark',
  /** Name and address that deb and rpm packages must carry. */
  maintainer: 'The Tidemark authors <maintainers@tidemark-app.invalid>',
  /** The app's id on macOS and Windows. Never to be changed once released: keychain items and updates hang on it. */
  appId: 'app.tidemark.desktop',
  copyright: 'Copyright © 2026 The Tidemark authors',
} as const
