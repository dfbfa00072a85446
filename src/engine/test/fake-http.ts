import type { Http, HttpAnswer, HttpRequest } from '../ports/http.ts'

/** HTTP whose far end is a function of the test; every request is kept with the moment it left. */
export interface FakeHttp extends Http {
  readonly requests: readonly { readonly request: HttpRequest; readonly at: number }[]
  answer(how: (request: HttpRequest) => HttpAnswer | Promise<HttpAnswer>): void
}

export function createFakeHttp(now: () => number): FakeHttp {
  const requests: { request: HttpRequest; at: number }[] = []
  const far: { answer: (request: HttpRequest) => HttpAnswer | Promise<HttpAnswer> } = { answer: () => json({}) }
  return {
    requests,
    answer: (how) => {
      far.answer = how
    },
    send: async (request) => {
      requests.push({ request, at: now() })
      return far.answer(request)
    },
  }
}

export function json(body: unknown, status = 200): HttpAnswer {
  return { kind: 'answer', status, headers: {}, body: JSON.stringify(body) }
}
