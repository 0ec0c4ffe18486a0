import { english } from '@/lib/i18n/say'
import { outcomeNow } from './notice'
import type { PublicEntry } from './queries'

/** The newest entries as an Atom feed (RFC 4287). Every value is escaped, though none comes from outside. */
export function registerFeed(
  entries: readonly PublicEntry[],
  { self, page }: { self: string; page: string },
): string {
  const newest = entries.map(updated).sort().at(-1) ?? '1970-01-01'
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    `  <id>${xml(page)}</id>`,
    `  <title>${xml(english('register.title'))}</title>`,
    `  <author><name>Winnow</name></author>`,
    `  <link rel="self" href="${xml(self)}"/>`,
    `  <link href="${xml(page)}"/>`,
    `  <updated>${newest}T00:00:00Z</updated>`,
    ...entries.flatMap((entry) => [
      '  <entry>',
      `    <id>urn:uuid:${xml(entry.id)}</id>`,
      `    <title>${xml(titleOf(entry))}</title>`,
      `    <link href="${xml(entry.url)}"/>`,
      `    <published>${entry.published}T00:00:00Z</published>`,
      `    <updated>${updated(entry)}T00:00:00Z</updated>`,
      ...(entry.notice?.summary ? [`    <summary>${xml(entry.notice.summary)}</summary>`] : []),
      '  </entry>',
    ]),
    '</feed>',
    '',
  ]
  return lines.join('\n')
}

const updated = ({ rescinded, now, published }: PublicEntry) =>
  [rescinded?.on ?? now?.since ?? published, published].sort().at(-1) ?? published

function titleOf(entry: PublicEntry): string {
  const { notice } = entry
  const outcome = outcomeNow(entry)
  if (!notice || !outcome) return english('register.rescinded.heading')
  return english('register.feed.entry', {
    kind: english(`labels.takedownKind.${notice.kind}`),
    dataset: notice.dataset,
    outcome: english(`register.outcome.${outcome}`),
  })
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}
const xml = (text: string) => text.replace(/[&<>"]/g, (mark) => ESCAPES[mark] ?? '')
