declare module '@dsojevic/profanity-list' {
  type Entry = {
    id: string
    /** Alternatives parted by `|`; `*` after a letter: that letter once or more. */
    match: string
    tags: readonly string[]
    /** 1 mild to 4 severe. */
    severity: 1 | 2 | 3 | 4
    /** Harmless texts that hold the word, `*` standing for it. */
    exceptions?: readonly string[]
  }
  const lists: { en: readonly Entry[]; emoji: readonly Entry[] }
  export default lists
}
