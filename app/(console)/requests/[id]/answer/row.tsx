import type { ReactNode } from 'react'
import { useT } from '#i18n'
import { Visible } from '@/components/item/visible'
import { DescriptionList } from '@/components/ui/description-list'
import type { AnswerView } from '@/lib/takedowns/answer-view'

export type Row = AnswerView['rows'][number]

/** One row as it stands in the dataset, where it is, and what shows whose it is. */
export function FoundRow({ row, children }: { row: Row; children: ReactNode }) {
  const t = useT('rights.staff')
  const copy = useT('rights.copy')
  const proof = useT('process.proof.name')
  const { file, row: number, url, sourceId, rows, fields, alike } = row
  return (
    <li className="flex flex-col gap-4 py-6">
      <h3 className="font-semibold">
        {file !== null && number !== null ? t('rowOf', { row: String(number), file }) : t('rowUnknown')}
      </h3>
      <DescriptionList
        items={[
          ...Object.entries(fields).map(([term, text]) => ({
            term,
            detail: (
              <span className="whitespace-pre-wrap">
                <Visible text={text} />
              </span>
            ),
          })),
          ...(url === null ? [] : [{ term: copy('from'), detail: <Visible text={url} /> }]),
          ...(sourceId === null ? [] : [{ term: copy('id'), detail: <Visible text={sourceId} /> }]),
        ]}
      />
      <p className="text-sm text-ink-soft">
        {t('times', { n: rows })}
        {alike ? ` · ${t('alike')}` : ''} ·{' '}
        {row.proof
          ? t(row.proof.how === 'row' ? 'provenRow' : 'provenSeen', { how: proof(row.proof.method) })
          : t('unproven')}
      </p>
      <div className="flex max-w-form flex-col gap-4">{children}</div>
    </li>
  )
}
