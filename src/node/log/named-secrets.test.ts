import { expect, test } from 'vitest'
import { redactNamed } from './named-secrets.ts'

const CANARY = 'c4n4ryS3cret'

test.each([
  `{"apiKey":"${CANARY}","other":1}`,
  `{"api_secret": "${CANARY}"}`,
  `{"msg":"sent {\\"listenKey\\":\\"${CANARY}\\"} away"}`,
  JSON.stringify({ msg: JSON.stringify({ apiSecret: `${CANARY}"${CANARY}\\`, after: 1 }) }),
  `GET /fapi/v1/order?symbol=X&signature=${CANARY}&timestamp=1`,
  `X-BAPI-API-KEY: ${CANARY}`,
  `{"headers":{"x-bapi-sign":"${CANARY}","X-MBX-APIKEY":"${CANARY}"}}`,
  `{"msg":"Authorization: Bearer ${CANARY}"}`,
  `{"proxy":"http://trader:${CANARY}@proxy.lan:3128"}`,
  `token=${CANARY}`,
  `{"secret":"${CANARY}\\"${CANARY}"}`,
  `{"passphrase":"${CANARY} with spaces"}`,
])('hidden: %s', (line) => {
  expect(redactNamed(line)).not.toContain(CANARY)
})

test.each([
  '{"msg":"account opened","account":"a1","round":12}',
  '{"msg":"design of the signal: good, signed read","path":"/v5/market/time"}',
  'wss://stream.example/ws?topics=a,b',
])('untouched: %s', (line) => {
  expect(redactNamed(line)).toBe(line)
})

test('only the value goes; the line stays JSON', () => {
  const line = `{"level":"warn","signature":"${CANARY}","status":401}`
  expect(JSON.parse(redactNamed(line))).toEqual({ level: 'warn', signature: '[hidden]', status: 401 })
})
