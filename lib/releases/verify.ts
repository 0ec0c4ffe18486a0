import 'server-only'
import { AppError } from '@/lib/errors'
import { verifyEd25519 } from '@/lib/log/key'
import { FormatError } from '@/lib/release-format/format-error'
import { checkLogProof, parseLogProof, PROOF_PATH } from '@/lib/release-format/log-proof'
import { loadRelease, type LoadedRelease } from './load-release'
import { openSource } from './open-source'
import { readWhole } from './read-file'
import { rebuild } from './rebuild'

/** What was found out, in sentences. `not_checked` is no verdict: it says what was not looked at, and why. */
export type Check = { state: 'valid' | 'invalid' | 'not_checked'; says: string[] }

/** The four claims are apart because each needs something else, and none implies the next. */
export type VerifyReport = {
  release: { dataset: string; version: string; profile: string; disclosure: string; sha256: string } | null
  /** The bytes are whole, canonical, agree with one another, and are those the log has. */
  integrity: Check
  /** They are what the base and the published decisions give. */
  rebuilt: Check
  /** Each published decision is one the log committed to. */
  backed: Check
  /** No decision was left out. */
  complete: Check
  /** 0 valid in all that was checked, 1 invalid, 2 something asked for could not be checked. */
  exit: 0 | 1 | 2
}

export type VerifyOptions = {
  /** Folder or address. */
  release: string
  /** Base files or folders that hold them, to rebuild from. */
  base?: readonly string[]
  /** The log's verifier key, from somewhere else than the release. */
  vkey?: string
  signal?: AbortSignal
}

const NEEDS_BASE = 'Rebuilding needs the base files (--base).'
const NO_OPENINGS = 'This release publishes no openings of log entries.'
const NEEDS_ALL = 'Whether a decision was left out can be seen only with all openings, which auditors have.'

/** Checks a release. Never throws for what is wrong with it: that is in the report. */
export async function verify(options: VerifyOptions): Promise<VerifyReport> {
  const unchecked = (...says: string[]): Check => ({ state: 'not_checked', says })
  const report: VerifyReport = {
    release: null,
    integrity: unchecked(),
    rebuilt: unchecked(NEEDS_BASE),
    backed: unchecked(NO_OPENINGS),
    complete: unchecked(NEEDS_ALL),
    exit: 0,
  }
  try {
    await using source = await openSource(options.release, options.signal)
    const loaded = await loadRelease(source.folder)
    const { dataset, version, profile, disclosure } = loaded.release
    report.release = { dataset, version, profile, disclosure, sha256: loaded.digest }
    report.integrity = {
      state: 'valid',
      says: [wholeSentence(loaded), ...(await checkLog(loaded, options.vkey))],
    }
    if (options.base && options.base.length > 0) report.rebuilt = await checkRebuilt(loaded, options.base)
  } catch (error) {
    report.integrity = refusalOf(error)
  }
  return { ...report, exit: exitOf(report, options) }
}

function exitOf({ integrity, rebuilt }: VerifyReport, { base = [] }: VerifyOptions): 0 | 1 | 2 {
  if (integrity.state === 'invalid' || rebuilt.state === 'invalid') return 1
  if (integrity.state === 'not_checked') return 2
  return base.length > 0 && rebuilt.state === 'not_checked' ? 2 : 0
}

function wholeSentence({ checksums, release }: LoadedRelease): string {
  return `The checksums, form and counts of ${checksums.size + 3} files are right: ${release.rows.in} rows in, ${release.rows.untouched} untouched, ${release.rows.redacted} redacted, ${release.rows.removed} removed, ${release.rows.restricted} restricted.`
}

/** Sentences about the log, or a FormatError. */
async function checkLog(
  { folder, release, digest }: LoadedRelease,
  vkey: string | undefined,
): Promise<string[]> {
  const bytes = await readProof(folder)
  if (!bytes) {
    if (vkey !== undefined)
      throw new FormatError(PROOF_PATH, null, 'there is no proof that the key could check')
    return [`Not checked: whether the log has it. There is no ${PROOF_PATH} beside it.`]
  }
  const key = vkey === undefined ? null : { text: vkey.trim(), verify: verifyEd25519 }
  const { origin, index, size, isSigned } = checkLogProof(parseLogProof(bytes), release, digest, key)
  const included = `Entry ${index} of the log ${origin} is this release, in its tree of size ${size}.`
  return isSigned
    ? [included, `The checkpoint is signed by the key given for ${origin}.`]
    : [included, `Not checked: the signature of the checkpoint. Give the log's key with --vkey.`]
}

async function readProof(folder: string): Promise<Buffer | null> {
  try {
    return await readWhole(folder, PROOF_PATH)
  } catch (error) {
    if (error instanceof AppError && error.message.endsWith('is missing.')) return null
    throw error
  }
}

async function checkRebuilt(loaded: LoadedRelease, base: readonly string[]): Promise<Check> {
  try {
    const { files, rows } = await rebuild(loaded, base)
    return {
      state: 'valid',
      says: [`Written again from ${files} base files and their ${rows} rows: the same bytes.`],
    }
  } catch (error) {
    return refusalOf(error)
  }
}

/** Invalid is what the release says wrongly; whatever kept us from reading it is not. */
function refusalOf(error: unknown): Check {
  if (error instanceof FormatError) return { state: 'invalid', says: [`${error.message}.`] }
  if (error instanceof AppError) return { state: 'not_checked', says: [error.message] }
  throw error
}
