import 'server-only'
import { AppError } from '@/lib/errors'
import { verifyEd25519 } from '@/lib/log/key'
import { ATTESTATION_PATH, checkAttestation } from '@/lib/release-format/attestation'
import { FormatError } from '@/lib/release-format/format-error'
import { checkLogProof, parseLogProof, PROOF_PATH } from '@/lib/release-format/log-proof'
import { parseVkey } from '@/lib/tlog/vkey'
import { parseRelease, RELEASE_PATH } from '@/lib/release-format/release-json'
import { checkBacked } from './backed'
import { checkComplete } from './complete'
import { checkFresh } from './fresh'
import { loadRelease, type LoadedRelease } from './load-release'
import { openSource } from './open-source'
import { readWhole, sha256Of } from './read-file'
import { rebuild } from './rebuild'

/** What was found out, in sentences. `not_checked` is no verdict: it says what was not looked at, and why. */
export type Check = { state: 'valid' | 'invalid' | 'not_checked'; says: string[] }

/** The five claims are apart because each needs something else, and none implies the next. */
export type VerifyReport = {
  release: { dataset: string; version: string; profile: string; disclosure: string; sha256: string } | null
  /** The bytes are whole, canonical, agree with one another, and are those that were signed and that the log has. */
  integrity: Check
  /** They are what the base and the published decisions give. */
  rebuilt: Check
  /** The reasons told are those of decisions that the log held before the release. */
  backed: Check
  /** No decision was left out. */
  complete: Check
  /** The log has no later release of the dataset for this profile, and none that withdraws this one. */
  fresh: Check
  /** 0 valid in all that was checked, 1 invalid, 2 something asked for could not be checked. */
  exit: 0 | 1 | 2
}

export type VerifyOptions = {
  /** Folder or address. */
  release: string
  /** Base files or folders that hold them, to rebuild from. */
  base?: readonly string[]
  /** Rebuild, also from nothing but the base files that lie in the release. */
  rebuild?: boolean
  /** The log's verifier keys, one a line, from somewhere else than the release. */
  vkey?: string
  /** Openings an auditor was given, to look for decisions that were left out. */
  openings?: string
  /** Ask the log whether there is a later release. */
  latest?: boolean
  signal?: AbortSignal
}

const NEEDS_BASE = 'Rebuilding needs the base files (--base).'
const NEEDS_ALL =
  'Whether a decision was left out can be seen only with openings, which auditors have (--openings).'
const NOT_ASKED = 'The log was not asked for later releases (--latest).'

/** Checks a release. Never throws for what is wrong with it: that is in the report. */
export async function verify(options: VerifyOptions): Promise<VerifyReport> {
  const unchecked = (...says: string[]): Check => ({ state: 'not_checked', says })
  const report: VerifyReport = {
    release: null,
    integrity: unchecked(),
    rebuilt: unchecked(NEEDS_BASE),
    backed: unchecked(),
    complete: unchecked(NEEDS_ALL),
    fresh: unchecked(NOT_ASKED),
    exit: 0,
  }
  try {
    await using source = await openSource(options.release, options.signal)
    const vkeys = keysOf(options.vkey)
    // First of all: what is not what was signed is named itself, not by what it says of other files.
    const stated = await checkStatement(source.folder, vkeys)
    const loaded = await loadRelease(source.folder)
    const { dataset, version, profile, disclosure } = loaded.release
    report.release = { dataset, version, profile, disclosure, sha256: loaded.digest }
    report.integrity = {
      state: 'valid',
      says: [wholeSentence(loaded), stated, ...(await checkLog(loaded, vkeys))],
    }
    report.backed = await outcomeOf(() => checkBacked(loaded))
    if (wantsRebuild(options))
      report.rebuilt = await outcomeOf(() => checkRebuilt(loaded, options.base ?? []))
    if (options.openings !== undefined) {
      const { openings, base = [], signal } = options
      const asked = { source: options.release, vkeys, signal, openings, base }
      report.complete = await outcomeOf(() => checkComplete(loaded, asked))
    }
    if (options.latest) {
      const { signal } = options
      report.fresh = await outcomeOf(() => checkFresh(loaded, { source: options.release, vkeys, signal }))
    }
  } catch (error) {
    report.integrity = refusalOf(error)
  }
  return { ...report, exit: exitOf(report, options) }
}

const wantsRebuild = ({ base = [], rebuild: asked = false }: VerifyOptions) => asked || base.length > 0

function exitOf(
  { integrity, rebuilt, backed, complete, fresh }: VerifyReport,
  options: VerifyOptions,
): 0 | 1 | 2 {
  if ([integrity, rebuilt, backed, complete, fresh].some(({ state }) => state === 'invalid')) return 1
  if (integrity.state === 'not_checked') return 2
  if (wantsRebuild(options) && rebuilt.state === 'not_checked') return 2
  if (options.openings !== undefined && complete.state === 'not_checked') return 2
  return options.latest && fresh.state === 'not_checked' ? 2 : 0
}

/** Lines of verifier keys; none is null: then nobody's signature is believed. */
function keysOf(given: string | undefined): string[] | null {
  if (given === undefined) return null
  const keys = given.split('\n').filter((line) => line.trim() !== '')
  for (const key of keys) parseVkey(key)
  return keys
}

function wholeSentence({ checksums, release }: LoadedRelease): string {
  const { rows } = release
  return `The checksums, form and counts of ${checksums.size + BESIDE_DATA} files are right: ${rows.in} rows in, ${rows.untouched} untouched, ${rows.redacted} redacted, ${rows.removed} removed, ${rows.restricted} restricted.`
}

/** release.json, the two lists of checksums, and what tagmanifest-sha256.txt lists. */
const BESIDE_DATA = 9

async function checkStatement(folder: string, vkeys: string[] | null): Promise<string> {
  const releaseJson = await readWhole(folder, RELEASE_PATH)
  const bytes = await readIfThere(folder, ATTESTATION_PATH)
  if (!bytes) {
    if (vkeys) throw new FormatError(ATTESTATION_PATH, null, 'there is no statement that the key could check')
    return `Not checked: who published it. There is no ${ATTESTATION_PATH} beside it.`
  }
  const publicKeys = vkeys?.map((key) => parseVkey(key).publicKey)
  const verify = publicKeys
    ? (message: Uint8Array, signature: Uint8Array) =>
        publicKeys.some((key) => verifyEd25519(key, message, signature))
    : null
  const release = parseRelease(releaseJson)
  return checkAttestation(bytes, release, sha256Of(releaseJson), verify).isSigned
    ? 'The statement about it is signed by the key given.'
    : 'There is a statement about it. Not checked: its signature.'
}

/** Sentences about the log, or a FormatError. */
async function checkLog(
  { folder, release, digest }: LoadedRelease,
  vkeys: string[] | null,
): Promise<string[]> {
  const bytes = await readIfThere(folder, PROOF_PATH)
  if (!bytes) {
    if (vkeys) throw new FormatError(PROOF_PATH, null, 'there is no proof that the key could check')
    return [`Not checked: whether the log has it. There is no ${PROOF_PATH} beside it.`]
  }
  const keys = vkeys && { vkeys, verify: verifyEd25519 }
  const { origin, index, size, isSigned } = checkLogProof(parseLogProof(bytes), release, digest, keys)
  const included = `Entry ${index} of the log ${origin} is this release, in its tree of size ${size}.`
  return isSigned
    ? [included, `The checkpoint is signed by the key given for ${origin}.`]
    : [included, `Not checked: the signature of the checkpoint. Give the log's key with --vkey.`]
}

async function readIfThere(folder: string, name: string): Promise<Buffer | null> {
  try {
    return await readWhole(folder, name)
  } catch (error) {
    if (error instanceof AppError && error.message === `${name} is missing.`) return null
    throw error
  }
}

async function checkRebuilt(loaded: LoadedRelease, base: readonly string[]): Promise<Check> {
  const { files, rows } = await rebuild(loaded, [...base, ...loaded.baseHere])
  return {
    state: 'valid',
    says: [`Written again from ${files} base files and their ${rows} rows: the same bytes.`],
  }
}

async function outcomeOf(check: () => Promise<Check>): Promise<Check> {
  try {
    return await check()
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
