import type { Metadata } from 'next'
import { PageHeader } from '@/components/ui/page-header'
import { requireMemberPage } from '@/lib/auth/session'
import { paths } from '@/lib/paths'
import { columnsOf } from '@/lib/review/columns'
import { tablePreferenceOf } from '@/lib/review/saved-views'
import { ColumnsForm } from './columns-form'

export const metadata: Metadata = { title: 'Columns' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** Which columns the triage table has, in which order, for whoever is signed in. */
export default async function ColumnsPage({ searchParams }: Props) {
  const { from } = await searchParams
  const back = typeof from === 'string' ? from : ''
  const actor = await requireMemberPage(paths.triageColumns(back || undefined))
  const { columns } = await tablePreferenceOf(actor)
  return (
    <>
      <PageHeader
        title="Columns"
        trail={[{ href: paths.triageQueue(back), label: 'Triage' }]}
        lead="Yours on every device. A saved view brings the columns it was saved with."
      />
      <div className="max-w-form">
        <ColumnsForm columns={columnsOf(columns)} back={paths.triageQueue(back)} />
      </div>
    </>
  )
}
