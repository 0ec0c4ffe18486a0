/** Golden items. */
export const golden = {} as const
