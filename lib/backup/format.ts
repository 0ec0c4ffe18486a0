import { z } from 'zod'

const hex = z.string().regex(/^[0-9a-f]{64}$/)
const identifier = z.string().regex(/^[a-z_][a-z0-9_]*$/)

/** backup.json: what a backup holds, and the checksum of each of its files but the blobs, whose names are theirs. */
export const backupSchema = z.strictObject({
  format: z.literal('winnow-backup/1'),
  madeAt: z.iso.datetime(),
  origin: z.string(),
  /** State of the log in it. */
  log: z.strictObject({ size: z.int().nonnegative(), note: z.string().nullable() }),
  /** One file each, a JSON object a row as Postgres writes it; parents before children. */
  tables: z.array(
    z.strictObject({
      name: identifier,
      columns: z.array(identifier).min(1),
      rows: z.int().nonnegative(),
      bytes: z.int().nonnegative(),
      sha256: hex,
    }),
  ),
  /** Waiting jobs, one JSON object a line. */
  jobs: z.strictObject({ rows: z.int().nonnegative(), sha256: hex }),
  blobs: z.strictObject({ count: z.int().nonnegative(), bytes: z.int().nonnegative() }),
})

export type Backup = z.infer<typeof backupSchema>

export const BACKUP_FILE = 'backup.json'
export const JOBS_FILE = 'jobs.ndjson'
export const tableFile = (name: string) => `tables/${name}.ndjson`
export const blobFile = (digest: string) => `blobs/${digest.slice(0, 2)}/${digest.slice(2)}`

/** In a file of their own: the keys, and the list of erasures that says which of them are gone for good. */
export const APART = ['subject_key']
/** Counters of the last hour; and what triggers of the cases write again when these are restored. */
export const LEFT_OUT = ['rate_limit', 'case_kind', 'case_tally']

export const jobSchema = z.strictObject({
  task: z.string(),
  payload: z.unknown(),
  queue: z.string().nullable(),
  runAt: z.string(),
  maxAttempts: z.int().positive(),
  key: z.string().nullable(),
  priority: z.int(),
})
export type BackedJob = z.infer<typeof jobSchema>
