/** For a main script: `folder`, and a picture of one pixel in it. */
export const PIXEL = `
  import { writeFileSync } from 'node:fs'
  const folder = process.env.TIDEMARK_STAND_IN_FOLDER
  const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
  writeFileSync(folder + '/pixel.png', Buffer.from(pixel, 'base64'))
`
