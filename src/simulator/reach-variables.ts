/** The environment variables that point Tidemark at a simulator listening on `authority`, e.g. "127.0.0.1:8100". */
export function reachVariables(authority: string): Readonly<Record<string, string>> {
  const web = `http://${authority}`
  const stream = `ws://${authority}`
  return {
    TIDEMARK_BYBIT_REST_URL: web,
    TIDEMARK_BYBIT_PUBLIC_WS_URL: `${stream}/v5/public`,
    TIDEMARK_BYBIT_PRIVATE_WS_URL: `${stream}/v5/private`,
    TIDEMARK_BINANCE_REST_URL: web,
    TIDEMARK_BINANCE_SAPI_URL: web,
    TIDEMARK_BINANCE_WS_URL: stream,
  }
}
