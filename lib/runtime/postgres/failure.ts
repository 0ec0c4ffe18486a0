import 'server-only'
import path from 'node:path'

/** What an operator can act on, from what initdb, pg_ctl and the server's log said. */
export function explainFailure(dir: string, program: string, output: string): Error {
  const data = path.join(dir, 'data')
  if (/No space left on device|ENOSPC|wrote only \d+ of \d+ bytes/i.test(output)) {
    return new Error(
      `The disk that holds ${dir} is full: Postgres needs about 200 MB. Free some space, or point WINNOW_DATA elsewhere.`,
    )
  }
  if (/Read-only file system|EROFS/i.test(output)) {
    return new Error(
      `${dir} is on a read-only file system; point WINNOW_DATA at a folder that can be written.`,
    )
  }
  if (/database files are incompatible with server|was initialized by PostgreSQL version/i.test(output)) {
    return new Error(
      `${data} was made by another version of Postgres; move it away, or use that version through DATABASE_URL.`,
    )
  }
  if (/could not look up effective user ID/i.test(output)) {
    return new Error(
      'This user id has no entry in /etc/passwd, which Postgres demands; run as a named user or set DATABASE_URL.',
    )
  }
  const facts = output
    .split('\n')
    .filter((line) => /FATAL|PANIC|error:|could not|invalid/i.test(line))
    .map((line) => line.replace(/^.*?(FATAL|PANIC|error):\s*/, ''))
  const last = [...new Set(facts)].slice(-3).join('; ') || output.trim().split('\n').at(-1)
  if (program === 'pg_ctl start') {
    return new Error(
      `Postgres does not start on ${data}: ${last}. The folder is damaged or cannot be read. Restore it from a backup, or move it away to begin anew. Log: ${path.join(dir, 'postgres.log')}`,
    )
  }
  return new Error(`${program} failed in ${dir}: ${last}`)
}
