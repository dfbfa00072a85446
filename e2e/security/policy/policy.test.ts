import { describe, expect, it } from 'vitest'
import { pageHeaders, pagePolicy } from '../../../src/shared/page-policy.ts'
import { weaknesses } from './weaknesses.ts'

describe('the policy of the page', () => {
  it.each(["'none'", "'self'"] as const)('has no weakness where it may dial %s', (connect) => {
    expect(weaknesses(pagePolicy(connect))).toEqual([])
  })

  it('lets the desktop page dial nothing, and the browser page its own server alone', () => {
    expect(pagePolicy("'none'")).toContain("connect-src 'none'")
    expect(pagePolicy("'self'")).toContain("connect-src 'self'")
  })

  it('is what is sent', () => {
    expect(pageHeaders("'none'")['content-security-policy']).toBe(pagePolicy("'none'"))
  })
})

/** The evaluator itself: each change for the worse is told. */
describe('a weaker policy', () => {
  const good = pagePolicy("'none'")

  it.each([
    ['default-src', good.replace("default-src 'none'", "default-src 'self'"), "default-src is not 'none'"],
    ['no default', good.replace("default-src 'none'; ", ''), "default-src is not 'none'"],
    ['unsafe-inline', good.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'"), "'unsafe-inline'"],
    ['unsafe-eval', good.replace("script-src 'self'", "script-src 'self' 'unsafe-eval'"), "'unsafe-eval'"],
    ['wasm', good.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'"), "'wasm-unsafe-eval'"],
    ['a nonce', good.replace("script-src 'self'", "script-src 'nonce-abc'"), 'nonce-abc'],
    ['strict-dynamic', good.replace("script-src 'self'", "script-src 'strict-dynamic'"), 'strict-dynamic'],
    ['a wildcard', good.replace("connect-src 'none'", 'connect-src *'), 'connect-src allows *'],
    ['a host', good.replace("connect-src 'none'", 'connect-src https://example.com'), 'https://example.com'],
    ['a scheme', good.replace("script-src 'self'", "script-src 'self' data:"), 'script-src allows data:'],
    ['blob scripts', good.replace("script-src 'self'", "script-src 'self' blob:"), 'script-src allows blob:'],
    ['frames', `${good}; frame-src https:`, 'frame-src allows https:'],
    ['no base-uri', good.replace("base-uri 'none'; ", ''), 'base-uri is missing'],
    ['no form-action', good.replace("form-action 'none'; ", ''), 'form-action is missing'],
    ['framable', good.replace("frame-ancestors 'none'; ", ''), 'frame-ancestors is missing'],
    [
      'no trusted types',
      good.replace("; require-trusted-types-for 'script'", ''),
      'require-trusted-types-for is missing',
    ],
    ['any policy', good.replace("trusted-types 'none'", 'trusted-types *'), 'trusted-types allows *'],
    ['a directive shadowed', good.replace('script-src', "script-src 'unsafe-eval'; script-src"), "'unsafe-eval'"],
  ])('%s is found', (_, policy, weakness) => {
    expect(policy).not.toBe(good)
    expect(weaknesses(policy).join()).toContain(weakness)
  })
})
