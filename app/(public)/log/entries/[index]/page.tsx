import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Messages } from '@/app/messages'
import { EntryTime } from '@/components/log/entry-time'
import { ProveEntry } from '@/components/log/prove-entry'
import { CodeBlock } from '@/components/ui/code-block'
import { DescriptionList } from '@/components/ui/description-list'
import { Digest } from '@/components/ui/digest'
import { PageHeader, Section } from '@/components/ui/page-header'
import { Pager } from '@/components/ui/pager'
import { getT } from '@/lib/i18n/server'
import { describeEntry } from '@/lib/log/describe'
import { logIdentity } from '@/lib/log/identity'
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
  const [{ index }, t] = await Promise.all([load(props), getT('log.entry')])
  return { title: t('titleOf', { index }) }
}

export default async function LogEntryPage(props: Props) {
  const [{ index, entry, body, leaf }, checkpoint, t] = await Promise.all([
    load(props),
    latestCheckpoint(),
    getT('log'),
  ])
  const size = checkpoint?.size ?? index + 1
  return (
    <>
      <PageHeader
        title={t('entry.title', { index })}
        lead={describeEntry(entry)}
        trail={[{ href: paths.log(), label: t('title') }]}
      />
      <DescriptionList
        items={[
          { term: t('entry.kind'), detail: t(`type.${entry.t}`) },
          { term: t('table.when'), detail: <EntryTime at={entry.at} /> },
          { term: t('table.leaf'), detail: <code className="font-mono text-[0.9em]">{leaf}</code> },
          { term: t('entry.id'), detail: <code className="font-mono text-[0.9em]">{entry.id}</code> },
          {
            term: t('entry.private'),
            detail: t.rich('entry.commitment', {
              digest: () => <Digest value={entry.c} subject={t('entry.commitmentSubject')} />,
            }),
          },
        ]}
      />
      <Section title={t('entry.bytes')}>
        <div className="flex flex-col gap-4">
          <CodeBlock caption={t('entry.hashed')} code={body} wrap />
          <CodeBlock caption={t('entry.byHand')} code={leafCommand(body)} />
        </div>
      </Section>
      <Section title={t('entry.prove')}>
        <Messages areas={['proofs']}>
          <ProveEntry index={index} body={body} vkeys={logIdentity().vkeys} />
        </Messages>
      </Section>
      <Pager
        newer={t('entry.later')}
        older={t('entry.earlier')}
        newerHref={index + 1 < size ? paths.logEntry(index + 1) : undefined}
        olderHref={index > 0 ? paths.logEntry(index - 1) : undefined}
      >
        {t('entry.place', { place: index + 1, size })}
      </Pager>
    </>
  )
}
