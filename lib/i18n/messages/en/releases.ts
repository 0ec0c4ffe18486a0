/** Releases: their pages, and publishing them. */
export const releases = {} as const
