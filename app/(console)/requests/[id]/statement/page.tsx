import type { Metadata } from 'next'
import { useLocale, useT } from '#i18n'
import { DescriptionList } from '@/components/ui/description-list'
import { PageHeader, Section } from '@/components/ui/page-header'
import { requireMemberPage } from '@/lib/auth/session'
import { formatDate } from '@/lib/format'
import { orNotFound } from '@/lib/http/or-not-found'
import { say } from '@/lib/i18n/say'
import { getT } from '@/lib/i18n/server'
import { paths } from '@/lib/paths'
import { requestView, type RequestView } from '@/lib/takedowns/queries'
import { statementsOf } from '@/lib/takedowns/statement'
import { statementLines } from '@/lib/takedowns/statement-lines'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT('process.statement')
  return { title: t('title') }
}

/** Regulation (EU) 2022/2065 Art. 17: what the maintainers were told of a restriction. */
export default async function StatementPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const actor = await requireMemberPage(paths.requestStatement(id))
  const request = await orNotFound(requestView(actor, id))
  const [t, requests, statements] = await Promise.all([
    getT('process.statement'),
    getT('requests'),
    statementsOf(id),
  ])
  return (
    <>
      <PageHeader
        trail={[
          { href: paths.requests(), label: requests('title') },
          { href: paths.request(id), label: requests('request.heading', { reference: request.reference }) },
        ]}
        title={t('title')}
        lead={statements.length > 0 ? t('lead') : t('none')}
      />
      {statements.map((statement) => (
        <Statement key={statement.id} request={request} statement={statement} />
      ))}
    </>
  )
}

function Statement({
  request,
  statement,
}: {
  request: RequestView
  statement: Awaited<ReturnType<typeof statementsOf>>[number]
}) {
  const t = useT('process.statement')
  const locale = useLocale()
  return (
    <Section title={t('made', { date: formatDate(statement.at, false, locale) })}>
      <DescriptionList
        items={statementLines(say, request, statement.facts).map(({ title, text }) => ({
          term: title,
          detail: text.map((line) => <p key={line}>{line}</p>),
        }))}
      />
    </Section>
  )
}
