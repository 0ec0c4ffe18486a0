import type { Metadata } from 'next'
import { Messages } from '@/app/messages'
import { PageHeader } from '@/components/ui/page-header'
import { requireMemberPage } from '@/lib/auth/session'
import { getT } from '@/lib/i18n/server'
import { paths } from '@/lib/paths'
import { columnsOf } from '@/lib/review/columns'
import { tablePreferenceOf } from '@/lib/review/saved-views'
import { ColumnsForm } from './columns-form'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT('triage.columnsPage')
  return { title: t('title') }
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** Which columns the triage table has, in which order, for whoever is signed in. */
export default async function ColumnsPage({ searchParams }: Props) {
  const { from } = await searchParams
  const back = typeof from === 'string' ? from : ''
  const actor = await requireMemberPage(paths.triageColumns(back || undefined))
  const { columns } = await tablePreferenceOf(actor)
  const t = await getT('triage')
  return (
    <>
      <PageHeader
        title={t('columnsPage.title')}
        trail={[{ href: paths.triageQueue(back), label: t('title') }]}
        lead={t('columnsPage.lead')}
      />
      <div className="max-w-form">
        <Messages areas={['triage']}>
          <ColumnsForm columns={columnsOf(columns)} back={paths.triageQueue(back)} />
        </Messages>
      </div>
    </>
  )
}
