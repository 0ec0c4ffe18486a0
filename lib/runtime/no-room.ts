/**
 * Whether an error says that nothing more can be written: the disk or a quota is full, or a file may not grow (`ulimit -f`). From the
 * operating system, from Postgres (disk_full), or from DuckDB, which has words only.
 */
export function isNoRoom(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('code' in at && NO_ROOM.has(String(at.code))) return true
    if (/No space left on device|Disk quota exceeded|File too large/.test(at.message)) return true
  }
  return false
}

const NO_ROOM: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG', '53100'])

export const NO_ROOM_SENTENCE =
  'There is no room left on the disk. Nothing half-made was left behind: free some, and do the same again.'
