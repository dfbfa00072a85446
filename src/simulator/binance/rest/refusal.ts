/** An error answer: HTTP status and the venue's `{code,msg}` body. */
export interface Refusal {
  readonly status: number
  readonly code: number
  readonly message: string
}

const refusal = (status: number, code: number, message: string): Refusal => ({ status, code, message })

/** Codes and texts of developers.binance.com/docs/derivatives/usds-margined-futures/error-code. */
export const refusals = {
  unknown: refusal(400, -1000, 'An unknown error occurred while processing the request.'),
  aheadOfServer: refusal(400, -1021, "Timestamp for this request was 1000ms ahead of the server's time."),
  outsideWindow: refusal(400, -1021, 'Timestamp for this request is outside of the recvWindow.'),
  badSignature: refusal(400, -1022, 'Signature for this request is not valid.'),
  startAfterEnd: refusal(400, -1023, 'Start time is greater than end time.'),
  illegalCharacters: refusal(400, -1100, 'Illegal characters found in a parameter.'),
  duplicateParameter: refusal(400, -1101, 'Duplicate values for a parameter detected.'),
  badInterval: refusal(400, -1120, 'Invalid interval.'),
  badSymbol: refusal(400, -1121, 'Invalid symbol.'),
  noListenKey: refusal(400, -1125, 'This listenKey does not exist.'),
  intervalTooLarge: refusal(400, -1127, 'More than 168 hours between startTime and endTime.'),
  badCombination: refusal(400, -1128, 'Combination of optional parameters invalid.'),
  badKeyFormat: refusal(401, -2014, 'API-key format invalid.'),
  rejectedKey: refusal(401, -2015, 'Invalid API-key, IP, or permissions for action.'),
  inactiveAccount: refusal(400, -4109, 'This account is inactive; please activate it by transferring funds.'),
  sevenDays: refusal(400, -4165, 'Invalid time interval. Maximum time interval is 7 days.'),
  noRoute: refusal(404, -5000, 'Path not found.'),
  wrongMethod: refusal(405, -5001, 'Method not allowed.'),
} as const satisfies Record<string, Refusal>

export function missingParameter(name: string): Refusal {
  return refusal(400, -1102, `Mandatory parameter '${name}' was not sent, was empty/null, or malformed.`)
}

export function badParameter(name: string): Refusal {
  return refusal(400, -1130, `Data sent for parameter '${name}' is not valid.`)
}

export function unreadParameter(name: string): Refusal {
  return refusal(400, -1104, `Not all sent parameters were read; parameter '${name}' is not used by this endpoint.`)
}
