import type { Metadata } from 'next'
import { Button } from '@/components/ui/button'
import { CodeBlock } from '@/components/ui/code-block'
import { DescriptionList } from '@/components/ui/description-list'
import { PageHeader, Section } from '@/components/ui/page-header'
import { Timestamp } from '@/components/ui/timestamp'
import { AutoRefresh } from '@/components/ui/auto-refresh'
import { type DrawView, drawView, mayOpenDrawn } from '@/lib/audit-draw/queries'
import { requireMemberPage } from '@/lib/auth/session'
import { formatCount, formatPlural } from '@/lib/format'
import { orNotFound } from '@/lib/http/or-not-found'
import { logVkey } from '@/lib/log/queries'
import { paths } from '@/lib/paths'
import { env } from '@/lib/runtime/env'
import { DrawState } from '../draw-table'
import { DrawnTable } from './drawn-table'

export const metadata: Metadata = { title: 'Audit draw' }

export default async function DrawPage({ params }: PageProps<'/audit/draws/[id]'>) {
  const { id } = await params
  const actor = await requireMemberPage(paths.draw(id))
  const { draw, entries } = await orNotFound(drawView(id))
  const mayOpen = mayOpenDrawn(actor)
  return (
    <>
      {draw.made ? null : <AutoRefresh seconds={2} />}
      <PageHeader
        title={`Draw of ${draw.dataset?.name ?? 'all datasets'}`}
        lead={leadOf(draw)}
        badges={<DrawState draw={draw} />}
        actions={
          mayOpen && entries.some(({ state }) => state === 'open') ? (
            <form method="post" action={paths.drawOpenings(draw.id)}>
              <Button type="submit">Take the openings along</Button>
            </form>
          ) : undefined
        }
        trail={[
          { href: paths.audit(), label: 'Audit' },
          { href: paths.draws(), label: 'Draws' },
        ]}
      />
      {draw.made ? (
        <Section title="Drawn entries">
          {mayOpen ? (
            <p className="mb-4 max-w-prose text-ink-soft">
              That you open an entry, or take the openings along, is recorded. They say which texts decisions
              are about: keep them to yourself.
            </p>
          ) : null}
          <DrawnTable draw={draw} entries={entries} mayOpen={mayOpen} />
        </Section>
      ) : null}
      <Section title="Compute it again">
        <div className="flex flex-col gap-4">
          <DescriptionList items={factsOf(draw)} />
          <CodeBlock
            caption="With the public log alone; auditors add --check and the file they took along"
            code={`npm run -s winnow -- log draw ${env().url}${paths.log()} ${draw.entryId} --vkey '${logVkey()}'`}
          />
        </div>
      </Section>
    </>
  )
}

function leadOf({ k, from, to, made, witness }: DrawView): string {
  const what = `${formatPlural(k, 'decision')} among entries ${formatCount(from)} to ${formatCount(to)}`
  if (made)
    return `${what}, drawn by ${witness === null ? 'a checkpoint of the log, which no witness has signed: whoever runs this log could have chosen it' : `what ${witness} signed after it was announced`}.`
  return `${what} will be drawn by ${witness === null ? 'the next checkpoint' : `what ${witness} signs next`}. Nobody can know yet which.`
}

function factsOf({ made, announcedAt, entryId }: DrawView) {
  const announced = {
    term: 'Announced by',
    detail: (
      <>
        {announcedAt === null ? 'an entry that waits for its index' : `entry ${formatCount(announcedAt)}`},{' '}
        <code className="font-mono text-[0.9em]">{entryId}</code>
      </>
    ),
  }
  if (!made) return [announced]
  return [
    announced,
    { term: 'Settled by', detail: `the checkpoint of size ${formatCount(made.size)}` },
    { term: 'Drawn from', detail: formatPlural(made.among, 'entry', 'entries') },
    { term: 'Seed', detail: <code className="font-mono text-[0.9em]">{made.seed}</code> },
    { term: 'To be read until', detail: <Timestamp at={made.dueAt} show="date" /> },
  ]
}
