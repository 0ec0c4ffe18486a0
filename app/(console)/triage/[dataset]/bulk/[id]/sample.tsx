import { useT } from '#i18n'
import { Callout } from '@/components/ui/callout'
import { Link } from '@/components/ui/link'
import { Section } from '@/components/ui/page-header'
import { type Progress, StatusBadge } from '@/components/ui/status-badge'
import { Table, TableBody, TableHead, Td, Th, Tr } from '@/components/ui/table'
import type { BulkView } from '@/lib/bulk/queries'
import type { Assessment, SampleState } from '@/lib/bulk/sample'
import { formatPercent } from '@/lib/format'
import { paths } from '@/lib/paths'

/** The cases of a band that are decided one by one first, and what they say about the rest. */
export function Sample({ view, sample }: { view: BulkView; sample: Assessment }) {
  const t = useT('bulk')
  const labels = useT('labels.action')
  const { cases, open, agreed, interval, lack, denied } = sample
  const between = interval && { low: formatPercent(interval.low), high: formatPercent(interval.high) }
  const wanted = formatPercent(view.threshold ?? 1)
  return (
    <Section title={t('sample.title')}>
      <p className="mb-3 max-w-prose">
        {t('sample.lead', {
          n: cases.length,
          action: view.action === null ? '' : labels(`${view.action}.verb`).toLowerCase(),
          wanted,
        })}
      </p>
      <div role="status" className="mb-4">
        {between && denied === null ? (
          <Callout tone="good" title={t('sample.agreed', { agreed, n: cases.length })}>
            {t('sample.good', between)}
          </Callout>
        ) : (
          <Callout
            tone={open === 0 || lack === 'differs' ? 'warn' : 'note'}
            title={t('sample.soFar', { agreed, open })}
          >
            {denied}
            {between ? ` ${t('sample.between', between)}` : null}
          </Callout>
        )}
      </div>
      <div className="max-h-96 overflow-y-auto" tabIndex={0} role="region" aria-label={t('sample.caption')}>
        <Table caption={t('sample.caption')}>
          <TableHead>
            <Th>{t('head.case')}</Th>
            <Th>{t('head.state')}</Th>
            <Th>{t('head.decided')}</Th>
          </TableHead>
          <TableBody>
            {cases.map(({ n, caseId, state, action, by }, at) => (
              <Tr key={n}>
                <Td>
                  {state === 'void' ? (
                    t('sample.caseNumber', { n: String(at + 1) })
                  ) : (
                    <Link href={paths.reviewCase(view.slug, caseId)} className="link">
                      {t('sample.caseNumber', { n: String(at + 1) })}
                    </Link>
                  )}
                </Td>
                <Td label={t('head.state')}>
                  <StatusBadge progress={PROGRESS[state]}>{t(`sample.${state}`)}</StatusBadge>
                </Td>
                <Td label={t('head.decided')}>
                  {action ? t('by', { action: labels(`${action}.past`), name: String(by) }) : '–'}
                </Td>
              </Tr>
            ))}
          </TableBody>
        </Table>
      </div>
    </Section>
  )
}

const PROGRESS: Record<SampleState, Progress> = {
  open: 'waiting',
  agrees: 'done',
  differs: 'refused',
  void: 'held',
}
