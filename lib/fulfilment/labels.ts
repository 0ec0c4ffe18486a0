/** Days before a removal is due on which a release is published by itself. */
export const DEFAULT_MARGIN_DAYS = 2
export const MAX_MARGIN_DAYS = 14
