import { useLocale, useT } from '#i18n'
import { TextareaField } from '@/components/form/fields'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { Visible } from '@/components/item/visible'
import { StatusBadge } from '@/components/ui/status-badge'
import { Table, TableBody, TableHead, Td, Th, Tr } from '@/components/ui/table'
import { Timestamp } from '@/components/ui/timestamp'
import type { CopyRow } from '@/lib/copies/queries'
import { formatDate } from '@/lib/format'
import { approveAction, revokeAction } from './actions'

export function HolderTable({ datasetId, rows }: { datasetId: string; rows: readonly CopyRow[] }) {
  const t = useT('copies.team')
  return (
    <Table caption={t('caption')}>
      <TableHead>
        <Th>{t('who')}</Th>
        <Th>{t('uses')}</Th>
        <Th>{t('state')}</Th>
        <Th align="end">{t('confirmed')}</Th>
        <Th align="end">{t('since')}</Th>
        <Th>{t('restricted')}</Th>
      </TableHead>
      <TableBody>
        {rows.map((row) => (
          <Tr key={row.id}>
            <Td>
              <Visible text={row.organisation ? `${row.name}, ${row.organisation}` : row.name} />
              <span className="block wrap-anywhere text-ink-soft">{row.email}</span>
            </Td>
            <Td label={t('uses')}>{row.version ?? t('unknown')}</Td>
            <Td label={t('state')}>
              <StatusBadge progress={row.isBehind ? 'attention' : 'done'}>
                {t(row.isBehind ? 'behind' : 'current')}
              </StatusBadge>
            </Td>
            <Td label={t('confirmed')} align="end">
              {row.confirmedAt ? <Timestamp at={row.confirmedAt} /> : t('never')}
            </Td>
            <Td label={t('since')} align="end">
              <Timestamp at={row.since} show="date" />
            </Td>
            <Td>
              <span className="text-ink-soft sm:hidden">{t('restricted')}</span>
              <Vetting datasetId={datasetId} row={row} />
            </Td>
          </Tr>
        ))}
      </TableBody>
    </Table>
  )
}

/** Whether they are told restricted rows, who decided so and why, and the form that changes it. */
function Vetting({ datasetId, row }: { datasetId: string; row: CopyRow }) {
  const t = useT('copies.team')
  const locale = useLocale()
  const { id, name, approved, vettings } = row
  return (
    <details className="text-start">
      <summary className="cursor-pointer">
        {t(approved ? 'told' : 'notTold')}
        <span className="sr-only"> {t(approved ? 'revokeFor' : 'approveFor', { name })}</span>
      </summary>
      <ul className="mt-2 flex flex-col gap-2 text-sm text-ink-soft">
        {vettings.map(({ change, who, reason, at }) => (
          <li key={at.toISOString()}>
            {t(`vetted.${change}`, { who, date: formatDate(at, false, locale) })}
            {reason === null ? null : (
              <span className="block wrap-anywhere">
                <Visible text={reason} />
              </span>
            )}
          </li>
        ))}
      </ul>
      {row.own && !approved ? (
        <p className="mt-3 text-sm">{t('own')}</p>
      ) : (
        <div className="mt-3 sm:min-w-56">
          <Form action={approved ? revokeAction : approveAction}>
            <input type="hidden" name="datasetId" value={datasetId} />
            <input type="hidden" name="holderId" value={id} />
            <TextareaField
              name="reason"
              label={t(approved ? 'revokeWhy' : 'approveWhy')}
              hint={t('why')}
              rows={3}
              maxLength={1_000}
            />
            <SubmitButton
              kind={approved ? 'danger' : 'secondary'}
              pendingLabel={t(approved ? 'revoking' : 'approving')}
            >
              {t(approved ? 'revoke' : 'approve')}
            </SubmitButton>
          </Form>
        </div>
      )}
    </details>
  )
}
