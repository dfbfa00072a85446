import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** How the feed behaves from the next request on. */
export type FeedMood =
  | 'found'
  /** Offers the version that runs already. */
  | 'none'
  | 'older'
  | 'prerelease'
  /** The list's checksum is another than the file's. */
  | 'broken'
  /** The file breaks off half-way. */
  | 'truncated'
  | 'no-list'
  | 'failing'
  | 'garbage'
  /** A web page, as a captive portal or a moved site gives. */
  | 'page'
  | 'no-checksum'
  /** Takes the request and says nothing. */
  | 'hanging'
  /** The list comes; the file does not. */
  | 'no-file'
  | 'hanging-file'
  /** The file trickles until `letGo`. */
  | 'slow'

export interface FeedRelease {
  readonly version: string
  readonly notes: string
  readonly publishedAt: string
  readonly bytes: Buffer
}

/** The path at which electron-updater asks for the versions for this system. */
export const LIST = `/latest${listSuffix()}.yml`

function listSuffix(): string {
  const { platform, arch } = process
  if (platform === 'linux') return arch === 'x64' ? '-linux' : `-linux-${arch}`
  return platform === 'darwin' ? '-mac' : ''
}

/** What is published unless a test says otherwise; the file can be run. */
export const RELEASE: FeedRelease = {
  version: '99.1.0',
  notes: '<h2>What is new</h2><ul><li>Faster &amp; calmer</li><li>One fault less</li></ul>',
  publishedAt: '2026-11-20T08:00:00.000Z',
  bytes: runnable('exit 0'),
}

/** A file the system runs as a program, a few hundred kilobytes long. */
export function runnable(script: string): Buffer {
  return Buffer.from(`#!/bin/sh\n${script}\n${`# ${'tidemark '.repeat(12)}\n`.repeat(3000)}`)
}

/** A place where updates are published, on this computer. */
export interface UpdateFeed {
  /** For `TIDEMARK_UPDATE_URL`. */
  readonly url: string
  /** Paths asked for so far, without their queries. */
  readonly asked: readonly string[]
  readonly headers: readonly IncomingMessage['headers'][]
  become(mood: FeedMood): void
  publish(release: Partial<FeedRelease>): void
  letGo(): void
  stop(): Promise<void>
}

interface State {
  mood: FeedMood
  release: FeedRelease
  /** Ends what is being said slowly or not at all. */
  readonly waiting: Set<() => void>
}

/** @param mood how it behaves at first */
export async function startUpdateFeed(mood: FeedMood = 'found'): Promise<UpdateFeed> {
  const state: State = { mood, release: RELEASE, waiting: new Set() }
  const asked: string[] = []
  const headers: IncomingMessage['headers'][] = []
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://feed').pathname
    asked.push(path)
    headers.push(request.headers)
    if (path.endsWith('.yml')) answerList(state, response)
    else answerFile(state, response)
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  return {
    // A listening TCP server has an address of this shape.
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    asked,
    headers,
    become: (next) => void (state.mood = next),
    publish: (release) => void (state.release = { ...state.release, ...release }),
    letGo: () => release(state),
    stop: () => stop(server, state),
  }
}

function release(state: State): void {
  for (const go of [...state.waiting]) go()
  state.waiting.clear()
}

async function stop(server: Server, state: State): Promise<void> {
  release(state)
  server.closeAllConnections()
  await new Promise((resolve) => void server.close(resolve))
}

function answerList({ mood, release }: State, response: ServerResponse): void {
  if (mood === 'hanging') return
  if (mood === 'no-list') return void response.writeHead(404).end('Not here')
  if (mood === 'failing') return void response.writeHead(500).end('Out of order')
  if (mood === 'page') return void response.writeHead(200).end('<!doctype html><title>Log in</title><p>Welcome')
  if (mood === 'garbage') return void response.writeHead(200).end('version: [99.1.0\n\t\u0007: {{')
  response.writeHead(200, { 'content-type': 'text/yaml' }).end(listOf(mood, release))
}

/** The list as electron-builder writes it; JSON is YAML. */
function listOf(mood: FeedMood, { version, notes, publishedAt, bytes }: FeedRelease): string {
  const sha512 = createHash('sha512')
    .update(mood === 'broken' ? 'another file' : bytes)
    .digest('base64')
  const offered = { none: '0.1.0', older: '0.0.9', prerelease: '99.2.0-beta.1' }[mood as string] ?? version
  const url = `Tidemark-${offered}.AppImage`
  const file = { url, size: bytes.length, ...(mood === 'no-checksum' ? {} : { sha512 }) }
  return JSON.stringify({ version: offered, files: [file], path: url, releaseNotes: notes, releaseDate: publishedAt })
}

function answerFile(state: State, response: ServerResponse): void {
  const { mood, release } = state
  const { bytes } = release
  if (mood === 'hanging-file') return
  if (mood === 'no-file') return void response.writeHead(404).end('Not here')
  response.writeHead(200, { 'content-length': bytes.length, 'content-type': 'application/octet-stream' })
  if (mood === 'truncated') {
    response.write(bytes.subarray(0, bytes.length / 2), () => response.destroy())
  } else if (mood === 'slow') {
    trickle(state, response)
  } else {
    response.end(bytes)
  }
}

const TRICKLE_MS = 50

function trickle({ waiting, release: { bytes } }: State, response: ServerResponse): void {
  const sent = { bytes: 0 }
  const timer = setInterval(() => {
    if (sent.bytes > bytes.length / 2) return
    response.write(bytes.subarray(sent.bytes, sent.bytes + 1500))
    sent.bytes += 1500
  }, TRICKLE_MS)
  const end = (): void => {
    clearInterval(timer)
    response.end(bytes.subarray(sent.bytes))
  }
  waiting.add(end)
  response.once('close', () => {
    clearInterval(timer)
    waiting.delete(end)
  })
}
