import type { ReactNode } from 'react'
import type { Metadata } from 'next'
import { useT } from '#i18n'
import { Button } from '@/components/ui/button'
import { CodeBlock } from '@/components/ui/code-block'
import { DescriptionList } from '@/components/ui/description-list'
import { PageHeader, Section } from '@/components/ui/page-header'
import { Timestamp } from '@/components/ui/timestamp'
import { AutoRefresh } from '@/components/ui/auto-refresh'
import { type DrawView, drawView, mayOpenDrawn } from '@/lib/audit-draw/queries'
import { requireMemberPage } from '@/lib/auth/session'
import { orNotFound } from '@/lib/http/or-not-found'
import { getT } from '@/lib/i18n/server'
import { logVkey } from '@/lib/log/queries'
import { paths } from '@/lib/paths'
import { env } from '@/lib/runtime/env'
import { DrawState } from '../draw-table'
import { DrawnTable } from './drawn-table'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT('audit.draw')
  return { title: t('title') }
}

export default async function DrawPage({ params }: PageProps<'/audit/draws/[id]'>) {
  const { id } = await params
  const actor = await requireMemberPage(paths.draw(id))
  const { draw, entries } = await orNotFound(drawView(id))
  const t = await getT('audit')
  const mayOpen = mayOpenDrawn(actor)
  return (
    <>
      {draw.made ? null : <AutoRefresh seconds={2} />}
      <PageHeader
        title={draw.dataset ? t('draw.of', { dataset: draw.dataset.name }) : t('draw.ofAll')}
        lead={<Range draw={draw} />}
        badges={<DrawState draw={draw} />}
        actions={
          mayOpen && entries.some(({ state }) => state === 'open') ? (
            <form method="post" action={paths.drawOpenings(draw.id)}>
              <Button type="submit">{t('draw.takeAlong')}</Button>
            </form>
          ) : undefined
        }
        trail={[
          { href: paths.audit(), label: t('title') },
          { href: paths.draws(), label: t('list.section') },
        ]}
      />
      {draw.made ? (
        <Section title={t('draw.entries')}>
          {mayOpen ? <p className="mb-4 max-w-prose text-ink-soft">{t('draw.recorded')}</p> : null}
          <DrawnTable draw={draw} entries={entries} mayOpen={mayOpen} />
        </Section>
      ) : null}
      <Section title={t('draw.again')}>
        <div className="flex flex-col gap-4">
          <Facts draw={draw} />
          <CodeBlock
            caption={t('draw.command')}
            code={`npm run -s winnow -- log draw ${env().url}${paths.log()} ${draw.entryId} --vkey '${logVkey()}'`}
          />
        </div>
      </Section>
    </>
  )
}

function Range({ draw: { k, from, to, made, witness } }: { draw: DrawView }) {
  const t = useT('audit.draw.lead')
  if (witness === null) return t(made ? 'drawnByNobody' : 'waitsForCheckpoint', { k, from, to })
  return t(made ? 'drawn' : 'waits', { k, from, to, witness })
}

function Facts({ draw: { made, announcedAt, entryId } }: { draw: DrawView }) {
  const t = useT('audit.draw.facts')
  const id = (words: ReactNode) => <code className="font-mono text-[0.9em]">{words}</code>
  return (
    <DescriptionList
      items={[
        {
          term: t('announced'),
          detail:
            announcedAt === null
              ? t.rich('announcedLater', { entryId, id })
              : t.rich('announcedBy', { index: announcedAt, entryId, id }),
        },
        ...(made
          ? [
              { term: t('settled.term'), detail: t('settled.by', { size: made.size }) },
              { term: t('among.term'), detail: t('among.entries', { n: made.among }) },
              { term: t('seed'), detail: id(made.seed) },
              { term: t('due'), detail: <Timestamp at={made.dueAt} show="date" /> },
            ]
          : []),
      ]}
    />
  )
}
