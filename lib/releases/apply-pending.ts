import 'server-only'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { invalid, unavailable } from '@/lib/errors'
import { verifyEd25519 } from '@/lib/log/key'
import { openPending } from '@/lib/release-format/pending'
import { parseVkey } from '@/lib/tlog/vkey'
import { download } from './download-file'
import type { LoadedRelease } from './load-release'
import { sha256Of } from './read-file'
import type { AppliedPending } from './receipt'

/**
 * Takes the rows of a signed list out of what a loaded release keeps.
 *
 * @param options.list file or address
 * @param options.vkey keys of the log, one a line: the list is believed when one of them signed it
 * @throws FormatError if it is not valid or not signed; AppError `invalid` if it adds to another release
 */
export async function addPending(
  { release, digest, plans }: LoadedRelease,
  { list: from, vkey }: { list: string; vkey: string },
  signal?: AbortSignal,
): Promise<AppliedPending> {
  const bytes = await readList(from, signal)
  const keys = vkey.split('\n').filter((line) => line.trim() !== '')
  const publicKeys = keys.map((key) => parseVkey(key).publicKey)
  const list = openPending(bytes, (message, signature) =>
    publicKeys.some((key) => verifyEd25519(key, message, signature)),
  )
  if (list.since !== null)
    throw invalid('This is what changed since another list, not the whole list. Nothing was written.')
  if (list.release.sha256 !== digest)
    throw invalid(
      `The list is of what goes after ${list.dataset} ${list.release.version}, and this is ${release.dataset} ${release.version}: apply the newest release first. Nothing was written.`,
    )
  let rows = 0
  for (const { path: name, sha256, rows: runs } of list.files) {
    const plan = plans.get(name)
    if (!plan || plan.base.sha256 !== sha256)
      throw invalid(`The list names ${name}, which is no base file of the release. Nothing was written.`)
    for (const [start, length] of runs)
      for (let row = start; row < start + length; row++) {
        if (row >= plan.base.rows) throw invalid(`The list names row ${row} of ${name}, which has none.`)
        if (plan.leaveOut(row)) rows += 1
      }
  }
  const { audience, serial, date } = list
  return { audience, serial, date, sha256: sha256Of(bytes), rows }
}

async function readList(from: string, signal: AbortSignal | undefined): Promise<Buffer> {
  if (!/^https?:\/\//i.test(from))
    return readFile(from).catch((error: NodeJS.ErrnoException) => {
      throw unavailable(`${from} cannot be read (${error.code}).`)
    })
  const folder = await mkdtemp(path.join(tmpdir(), 'winnow-pending-'))
  try {
    const file = path.join(folder, 'list.json')
    await download(new URL(from), file, signal)
    return await readFile(file)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
