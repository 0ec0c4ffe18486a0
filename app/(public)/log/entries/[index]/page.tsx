import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { EntryTime } from '@/components/log/entry-time'
import { ProveEntry } from '@/components/log/prove-entry'
import { CodeBlock } from '@/components/ui/code-block'
import { DescriptionList } from '@/components/ui/description-list'
import { Digest } from '@/components/ui/digest'
import { PageHeader, Section } from '@/components/ui/page-header'
import { Pager } from '@/components/ui/pager'
import { formatCount } from '@/lib/format'
import { describeEntry } from '@/lib/log/describe'
import { logIdentity } from '@/lib/log/identity'
import { logTypeLabel } from '@/lib/log/labels'
import { type EntryView, latestCheckpoint, listEntries } from '@/lib/log/queries'
import { leafCommand } from '@/lib/log/shell-commands'
import { paths } from '@/lib/paths'

type Props = PageProps<'/log/entries/[index]'>

async function load({ params }: Props): Promise<EntryView> {
  const { index } = await params
  // One address for an entry: 07 is none.
  if (!/^(?:0|[1-9]\d{0,14})$/.test(index)) notFound()
  const { entries } = await listEntries({ before: Number(index) + 1, limit: 1 })
  const [entry] = entries
  return entry?.index === Number(index) ? entry : notFound()
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { index } = await load(props)
  return { title: `Entry ${formatCount(index)} of the log` }
}

export default async function LogEntryPage(props: Props) {
  const [{ index, entry, body, leaf }, checkpoint] = await Promise.all([load(props), latestCheckpoint()])
  const size = checkpoint?.size ?? index + 1
  return (
    <>
      <PageHeader
        title={`Entry ${formatCount(index)}`}
        lead={describeEntry(entry)}
        trail={[{ href: paths.log(), label: 'The log' }]}
      />
      <DescriptionList
        items={[
          { term: 'Kind', detail: logTypeLabel(entry.t) },
          { term: 'When', detail: <EntryTime at={entry.at} /> },
          { term: 'Leaf hash', detail: <code className="font-mono text-[0.9em]">{leaf}</code> },
          { term: 'Id', detail: <code className="font-mono text-[0.9em]">{entry.id}</code> },
          {
            term: 'Private part',
            detail: (
              <>
                <Digest value={entry.c} subject="the commitment" /> is a commitment to it: it says nothing,
                and whoever holds the opening can prove what it was.
              </>
            ),
          },
        ]}
      />
      <Section title="Exact bytes">
        <div className="flex flex-col gap-4">
          <CodeBlock caption="What was hashed, byte for byte" code={body} wrap />
          <CodeBlock caption="Its leaf hash, by your own hands" code={leafCommand(body)} />
        </div>
      </Section>
      <Section title="Prove it">
        <ProveEntry index={index} body={body} vkeys={logIdentity().vkeys} />
      </Section>
      <Pager
        newer="Later entry"
        older="Earlier entry"
        newerHref={index + 1 < size ? paths.logEntry(index + 1) : undefined}
        olderHref={index > 0 ? paths.logEntry(index - 1) : undefined}
      >
        {`${formatCount(index + 1)} of ${formatCount(size)}`}
      </Pager>
    </>
  )
}
