import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export interface ServerCertificate {
  readonly key: string
  readonly cert: string
}

/** A certificate authority of a test's own. */
export interface Authority {
  /** As PEM, for whoever is to trust it. */
  readonly ca: string
  /** For a name such as `DNS:mail.test` or `IP:127.0.0.1`; `days` below zero makes one that has run out. */
  readonly issue: (name: string, days?: number) => ServerCertificate
}

export function hasOpenssl(): boolean {
  try {
    execFileSync('openssl', ['version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** Made with openssl in a folder that may be thrown away afterwards. */
export function createAuthority(folder: string): Authority {
  const openssl = (...options: readonly string[]) =>
    void execFileSync('openssl', options, { cwd: folder, stdio: 'pipe' })
  const read = (name: string) => readFileSync(join(folder, name), 'utf8')
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes']
  openssl('req', '-x509', ...curve, '-keyout', 'ca.key', '-out', 'ca.pem', '-subj', '/CN=Test authority', '-days', '2')

  function issue(name: string, days = 2): ServerCertificate {
    writeFileSync(join(folder, 'names.txt'), `subjectAltName=${name}\n`)
    openssl('req', ...curve, '-keyout', 'server.key', '-out', 'server.csr', '-subj', '/CN=Test server')
    const signing = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-days', String(days)]
    openssl('x509', '-req', '-in', 'server.csr', '-out', 'server.pem', '-extfile', 'names.txt', ...signing)
    return { key: read('server.key'), cert: read('server.pem') }
  }

  return { ca: read('ca.pem'), issue }
}
