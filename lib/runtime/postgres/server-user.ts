import 'server-only'
import { existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

/** The user the server runs as when we are root; empty when we are not. Postgres refuses root, and we create no user. */
export type ServerUser = { uid: number; gid: number } | Record<string, never>

/** A folder that was begun by an ordinary user stays that user's when root starts on it. */
export function serverUser(dir: string): ServerUser {
  if (process.getuid?.() !== 0) return {}
  if (existsSync(dir) && statSync(dir).uid !== 0) return { uid: statSync(dir).uid, gid: statSync(dir).gid }
  const rows = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  const row = rows.find(([name]) => name === 'postgres') ?? rows.find(([name]) => name === 'nobody')
  if (!row) {
    throw new Error(
      'Running as root, and there is neither a user "postgres" nor "nobody" to run Postgres as; run as an ordinary user or set DATABASE_URL.',
    )
  }
  return { uid: Number(row[2]), gid: Number(row[3]) }
}

/** Can that user enter every existing folder on the way to `file`? */
export function canReach(file: string, { uid, gid }: ServerUser): boolean {
  if (uid === undefined) return true
  for (let folder = path.resolve(file); ; folder = path.dirname(folder)) {
    if (existsSync(folder)) {
      const stat = statSync(folder)
      const bits = stat.uid === uid ? stat.mode >> 6 : stat.gid === gid ? stat.mode >> 3 : stat.mode
      if (!(bits & 1)) return false
    }
    if (folder === path.dirname(folder)) return true
  }
}
