/** Where the page lives: a secure origin of its own, which no website and no file can have. */
export const PAGE_ORIGIN = 'app://main'
