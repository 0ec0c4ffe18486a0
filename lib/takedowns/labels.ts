import type { TakedownKind } from './attestations'
import type { Misreading, Target } from './parse-targets'
import type { TakedownStatus } from './status'

export const KIND: Record<TakedownKind, string> = {
  copyright: 'Copyright',
  privacy: 'Privacy',
  illegal_content: 'Illegal content',
  opt_out: 'Opt-out',
  other: 'Other',
}

export const STATUS: Record<TakedownStatus, string> = {
  email_unverified: 'Waiting for confirmation',
  received: 'Received',
  under_review: 'Under review',
  no_match: 'Not found',
  actioned: 'Acted on',
  partially_actioned: 'Acted on in part',
  no_action: 'No change',
  withdrawn: 'Withdrawn',
  expired: 'Not confirmed in time',
}

/** How far along, for the shape beside the word. Nothing is ever red: no outcome is a failure of the person who asked. */
export const PROGRESS: Record<TakedownStatus, 'waiting' | 'active' | 'done' | 'held'> = {
  email_unverified: 'waiting',
  received: 'waiting',
  under_review: 'active',
  no_match: 'held',
  actioned: 'done',
  partially_actioned: 'done',
  no_action: 'held',
  withdrawn: 'held',
  expired: 'held',
}

export const TARGET: Record<Target['kind'], { one: string; many: string }> = {
  link: { one: 'link to an item', many: 'links to items' },
  row: { one: 'row', many: 'rows' },
  digest: { one: 'digest', many: 'digests' },
  quote: { one: 'passage of text', many: 'passages of text' },
  source_id: { one: 'source id', many: 'source ids' },
  url: { one: 'web address', many: 'web addresses' },
  domain: { one: 'domain', many: 'domains' },
  prefix: { one: 'path with all below it', many: 'paths with all below them' },
  author: { one: 'author', many: 'authors' },
}

export const MISREADING: Record<Misreading['why'], string> = {
  file_without_row: 'This names a file. Add the row, like train.jsonl#12.',
  unknown_link: 'This link leads to nothing we can find an item by.',
  whole_source:
    'A whole domain or author can only be named in an opt-out. List the web addresses, or use the exact words.',
  too_short: 'This is too short to search for. Copy a longer passage.',
  too_long: 'This is too long. Copy a shorter passage.',
  too_many: 'This is more than one request can hold. Send the rest as a second request.',
  letter: 'This reads like a letter. Put the exact words from the dataset in quotation marks.',
}

/** A target in one line, as its requester wrote it. */
export function describeTarget(target: Target): string {
  if (target.kind !== 'row') return target.value
  return target.file === null ? `row ${target.row}` : `${target.file}, row ${target.row}`
}

/** "2 rows, 1 web address" */
export function countTargets(targets: readonly { kind: Target['kind'] }[]): string {
  const counts = new Map<Target['kind'], number>()
  for (const { kind } of targets) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return [...counts].map(([kind, n]) => `${n} ${n === 1 ? TARGET[kind].one : TARGET[kind].many}`).join(', ')
}
