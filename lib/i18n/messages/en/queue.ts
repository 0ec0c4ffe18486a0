/** The queue, its settings and the shift. */
export const queue = {} as const
