/** Where the flags of a case come from. */
export const SOURCES = ['detector', 'import', 'report', 'takedown'] as const

export const isSource = (text: string): text is (typeof SOURCES)[number] =>
  SOURCES.some((source) => source === text)
