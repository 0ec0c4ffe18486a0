/** What the rules of reviewing say. */
export const review = {} as const
