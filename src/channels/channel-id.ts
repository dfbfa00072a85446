/** The channel that is always there: what the operating system, or the open page, shows. */
export const OS_CHANNEL = 'os'
