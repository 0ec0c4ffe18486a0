import 'server-only'
import { unavailable } from '@/lib/errors'
import { parseEntry } from '@/lib/log/entries'
import { siteAddress } from '@/lib/release-format/bag'
import { FormatError } from '@/lib/release-format/format-error'
import { RELEASE_PATH, type ReleaseJson } from '@/lib/release-format/release-json'
import { fromHex } from '@/lib/tlog/bytes'
import type { LoadedRelease } from './load-release'
import { openRemoteLog, type RemoteLog } from './remote-log'
import { compareVersions } from '@/lib/release-format/semver'
import type { Check } from './verify'

export type Asked = {
  /** What was verified: an address names the site whose log is asked. */
  source: string
  vkeys: readonly string[] | null
  signal?: AbortSignal | undefined
}

/**
 * Reads the log from the state the release rests on to its newest checkpoint: whether it is the same log, grown, and whether it has
 * a later release of the dataset for this profile, or a notice about this one. An old release that is served again would undo
 * takedowns without a byte of it being wrong.
 *
 * @throws FormatError when it is out of date, AppError `unavailable` when the log cannot be asked
 */
export async function checkFresh({ release, digest }: LoadedRelease, asked: Asked): Promise<Check> {
  const log = await openLogOf(release, asked)
  const found = await laterFacts(release, digest, log.entriesFrom(release.log.size))
  if (!found.isLogged) throw unavailable(`The log ${log.origin} has not taken in this release yet.`)
  const notice = found.notices.at(-1)
  if (notice) throw new FormatError(RELEASE_PATH, null, `release ${release.version} was ${NOTICES[notice]}`)
  if (found.newest) throw new FormatError(RELEASE_PATH, null, `there is a newer release, ${found.newest}`)
  const says = `The log has no later release of ${release.dataset} for ${release.profile} in its ${log.size} entries.`
  return {
    state: 'valid',
    says: log.isSigned ? [says] : [says, 'Not checked: the signature of its checkpoint (--vkey).'],
  }
}

/**
 * The log that a release is in, as it is served now, once it is shown to begin with the state the release rests on.
 *
 * @throws FormatError when it does not, AppError `unavailable` when it cannot be asked
 */
export async function openLogOf(release: ReleaseJson, asked: Asked): Promise<RemoteLog> {
  const address = `${siteOf(asked.source) ?? siteAddress(release.about)}/log`
  const log = await openRemoteLog(address, asked.vkeys, asked.signal)
  if (log.origin !== release.log.origin)
    throw unavailable(`The log at ${address} is ${log.origin}, the release is in ${release.log.origin}.`)
  const { size, root } = release.log
  if (log.size <= size)
    throw unavailable(`The log at ${address} has ${log.size} entries: fewer than the release knows of.`)
  if (!(await log.extends({ size, root: fromHex(root) })))
    throw new FormatError(
      RELEASE_PATH,
      null,
      `the log at ${address} does not begin with the ${size} entries the release was made from`,
    )
  return log
}

const NOTICES = {
  withdrawn: 'withdrawn',
  superseded_for_legal_reasons: 'superseded for legal reasons',
  removed_for_legal_reasons: 'removed for legal reasons',
} as const

type Later = { isLogged: boolean; newest: string | null; notices: (keyof typeof NOTICES)[] }

async function laterFacts(
  release: ReleaseJson,
  digest: string,
  entries: AsyncGenerator<Uint8Array>,
): Promise<Later> {
  const later: Later = { isLogged: false, newest: null, notices: [] }
  for await (const bytes of entries) {
    const entry = known(bytes)
    if (!entry) continue
    if (entry.dataset !== release.dataset || entry.profile !== release.profile) continue
    if (entry.release === digest && entry.t === 'release') later.isLogged = true
    if (entry.release === digest && entry.t === 'release_notice') later.notices.push(entry.notice)
    if (entry.t === 'release' && compareVersions(entry.version, later.newest ?? release.version) > 0)
      later.newest = entry.version
  }
  return later
}

/** Entries of types that came after this program say nothing to it. */
function known(bytes: Uint8Array) {
  try {
    const entry = parseEntry(bytes)
    return entry.t === 'release' || entry.t === 'release_notice' ? entry : null
  } catch {
    return null
  }
}

function siteOf(source: string): string | null {
  const [, site] = /^(https?:\/\/.*?)\/datasets\//i.exec(source) ?? []
  return site ?? null
}
