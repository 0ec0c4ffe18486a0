/** Takedown requests, as staff see them. */
export const requests = {} as const
