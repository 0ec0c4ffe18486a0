import { fromBase64, fromBase64Url, toBase64, toBase64Url } from '@/lib/tlog/base64'
import { canonicalBytes, canonicalJson } from '@/lib/tlog/canonical-json'
import { commit, joinParts } from '@/lib/tlog/commitment'
import { HASH_LENGTH, type Hash } from '@/lib/tlog/hash'
import { FormatError } from './format-error'
import { ACTIONS, type Action } from './fold'
import { type List, type ListReader, RecordCutter } from './list'
import { isCount, isObject, isSha256, isText, membersOf } from './value'

/*
 * Decisions of a release whose reasons are told, as the log has them: for each its entry but for the commitment `c`, which is to be
 * recomputed, and the hashes that lead from the entries to the root of the log in release.json. The part of a decision that says
 * which text it is about stays a bare commitment. No line says which row it speaks of, and the order is that of the log: whoever
 * could lay it beside the list of rows would see between which hours the rows beside them were decided, whose reasons are withheld.
 */

/** What was decided and why, for whatever text. */
export type What = {
  readonly scope: 'content' | 'occurrence' | 'source'
  readonly action: Action
  readonly category: string
  readonly reason: string
  readonly label?: string
  /** Profiles it holds in, sorted; everywhere when absent. */
  readonly territories?: readonly string[]
}

export type OpenDecision = {
  /** Of its entry in the log. */
  readonly index: number
  /** Hashes of the subtrees between the entry before and this one, from left to right (lib/tlog/walk.ts). */
  readonly hashes: readonly Hash[]
  /** What the entry says in clear. */
  readonly at: string
  readonly id: string
  readonly policy: string
  readonly what: What
  /** Salt of `what`: 32 bytes, written as 43 characters of base64url. */
  readonly salt: Uint8Array
  /** Commitments to the parts that stay closed, as 43 characters of base64url. */
  readonly closed: { readonly target: string; readonly supersedes: string }
}

/** The last line: the hashes behind the last entry, up to the size of the log in release.json. */
export type OpeningsEnd = { readonly size: number; readonly hashes: readonly Hash[] }
export type OpeningLine = OpenDecision | OpeningsEnd

/** There if and only if `data/reasons.csv` is. */
export const openings: List<OpeningLine> = {
  path: 'data/openings.jsonl',
  head: '',
  line: (line) => `${canonicalJson(valueOf(line))}\n`,
  reader: () => new OpeningReader(),
}

export const isEnd = (line: OpeningLine): line is OpeningsEnd => 'size' in line

/** The exact bytes of the entry that the opening leads to: with any other action, reason or policy they are others. */
export function entryBytes(
  dataset: string,
  { at, id, policy, what, salt, closed }: OpenDecision,
): Uint8Array {
  const c = joinParts('decision', {
    ...closed,
    what: commit({ field: 'decision_what', value: what, salt }),
  })
  return canonicalBytes({ t: 'decision', v: 1, at, c, dataset, id, policy })
}

function valueOf(line: OpeningLine): object {
  const hashes = line.hashes.map(toBase64)
  if (isEnd(line)) return { hashes, size: line.size }
  const { index, at, id, policy, what, salt, closed } = line
  return { index, hashes, at, id, policy, what, salt: toBase64Url(salt), closed }
}

class OpeningReader implements ListReader<OpeningLine> {
  private readonly cutter = new RecordCutter(openings.path, false)
  private last = -1
  private ended = false

  push(text: string): OpeningLine[] {
    return Array.from(this.cutter.cut(text), (record) => this.read(record))
  }

  end(): OpeningLine[] {
    this.cutter.end()
    if (!this.ended) throw new FormatError(openings.path, null, 'the line that ends it is missing')
    return []
  }

  private read(record: string): OpeningLine {
    const line = lineOf(record)
    if (!line) throw this.refuse('not an opening')
    if (openings.line(line) !== `${record}\n`) throw this.refuse('not in canonical form')
    if (this.ended) throw this.refuse('a line behind the last one')
    if (isEnd(line)) this.ended = true
    else if (line.index <= this.last) throw this.refuse('out of order')
    else this.last = line.index
    return line
  }

  private refuse(problem: string): FormatError {
    return new FormatError(openings.path, this.cutter.line, problem)
  }
}

function lineOf(record: string): OpeningLine | undefined {
  let value: unknown
  try {
    value = JSON.parse(record)
  } catch {
    return undefined
  }
  const end = membersOf(value, 'hashes', 'size')
  if (end) {
    const hashes = hashesOf(end.hashes)
    return hashes && isCount(end.size) ? { size: end.size, hashes } : undefined
  }
  const members = membersOf(value, 'index', 'hashes', 'at', 'id', 'policy', 'what', 'salt', 'closed')
  const closed = membersOf(members?.closed, 'target', 'supersedes')
  const what = whatOf(members?.what)
  const hashes = hashesOf(members?.hashes)
  const salt = decoded(members?.salt, fromBase64Url)
  if (!members || !closed || !what || !hashes || !salt) return undefined
  const { index, at, id, policy } = members
  const { target, supersedes } = closed
  if (!isCount(index) || !isText(at) || !isText(id) || !isSha256(policy)) return undefined
  if (!isCommitment(target) || !isCommitment(supersedes)) return undefined
  return { index, hashes, at, id, policy, what, salt, closed: { target, supersedes } }
}

const SCOPES = ['content', 'occurrence', 'source'] as const
const OPTIONAL = new Set(['label', 'territories'])

function whatOf(value: unknown): What | undefined {
  if (!isObject(value)) return undefined
  const optional = Object.keys(value).filter((name) => OPTIONAL.has(name))
  const members = membersOf(value, 'scope', 'action', 'category', 'reason', ...optional)
  const scope = SCOPES.find((known) => known === members?.scope)
  const action = ACTIONS.find((known) => known === members?.action)
  if (!members || !scope || !action) return undefined
  const { category, reason, label, territories } = members
  if (!isText(category) || !isText(reason)) return undefined
  if (label !== undefined && typeof label !== 'string') return undefined
  if (territories !== undefined && !isTexts(territories)) return undefined
  return {
    ...{ scope, action, category, reason },
    ...(label === undefined ? {} : { label }),
    ...(territories === undefined ? {} : { territories }),
  }
}

const isTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every(isText)

function hashesOf(value: unknown): Hash[] | undefined {
  if (!Array.isArray(value)) return undefined
  const hashes = value.flatMap((text) => decoded(text, fromBase64) ?? [])
  return hashes.length === value.length ? hashes : undefined
}

const isCommitment = (value: unknown): value is string => decoded(value, fromBase64Url) !== undefined

/** The 32 bytes of a hash, a salt or a commitment. */
function decoded(value: unknown, decode: (text: string) => Uint8Array): Uint8Array | undefined {
  if (typeof value !== 'string') return undefined
  try {
    const bytes = decode(value)
    return bytes.length === HASH_LENGTH ? bytes : undefined
  } catch {
    return undefined
  }
}
