import { formatPlural } from '@/lib/format'
import type { decisionAction } from '@/db/schema/review'
import type { suppressionKind } from '@/db/schema/suppression'

type Action = (typeof decisionAction.enumValues)[number]

export type SuppressionKind = (typeof suppressionKind.enumValues)[number]

/** Whether a decision keeps a source out, of later revisions too. */
export const upholds = (action: Action): boolean => action === 'remove' || action === 'restrict'

/** What a standing exclusion is about. */
export const SOURCE: Record<SuppressionKind, string> = {
  source_id: 'a source id',
  url: 'a web address',
  domain: 'a whole domain',
  prefix: 'everything below a web address',
  author: 'an author',
  digest: 'a text',
}

/** What is chosen when somebody keeps a source out, with what to write. */
export const SOURCE_KINDS: readonly { kind: SuppressionKind; label: string; hint: string }[] = [
  { kind: 'domain', label: 'A whole domain', hint: 'example.org, with everything on it and its subdomains' },
  {
    kind: 'prefix',
    label: 'Everything below an address',
    hint: 'https://example.org/~ana/, with the page itself',
  },
  { kind: 'url', label: 'One web address', hint: 'https://example.org/page.html' },
  {
    kind: 'author',
    label: 'An author',
    hint: 'the name as the dataset has it; small and capital letters are alike',
  },
  { kind: 'source_id', label: 'A source id', hint: 'the id as the dataset has it' },
  { kind: 'digest', label: 'A text, by its digest', hint: 'the 64 hexadecimal digits of an item' },
]

/** A source in words: "the domain example.org". */
export const describeSource = ({ kind, value }: { kind: SuppressionKind; value: string }): string =>
  `${NAMED[kind]} ${value}`

const NAMED: Record<SuppressionKind, string> = {
  source_id: 'the source id',
  url: 'the address',
  prefix: 'everything below',
  domain: 'the domain',
  author: 'the author',
  digest: 'the text',
}

/** "12 rows of revision 2 come from there." */
export function describeKeptOut({
  made,
  reach,
}: {
  made: boolean
  reach: { revision: number; rows: number[] } | null
}): string {
  const rows = reach?.rows[0] ?? 0
  const found = reach
    ? rows === 0
      ? `No row of revision ${reach.revision} comes from there.`
      : `${formatPlural(rows, 'row')} of revision ${reach.revision} ${rows === 1 ? 'comes' : 'come'} from there.`
    : 'There is no revision to look in yet.'
  return made ? `It is kept out from now on. ${found}` : `${found} Nothing was changed.`
}
