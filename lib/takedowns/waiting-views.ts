/** Views of the open requests: whose move it is, and how their clocks stand. */
export const WAITING = ['us', 'them', 'others', 'over', 'near'] as const
export type Waiting = (typeof WAITING)[number]
