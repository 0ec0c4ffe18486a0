import { useLocale, useT } from '#i18n'
import { Callout } from '@/components/ui/callout'
import { DescriptionList, type Detail } from '@/components/ui/description-list'
import { Count } from '@/components/ui/number'
import { Section } from '@/components/ui/page-header'
import { Table, TableBody, TableHead, Td, Th, Tr } from '@/components/ui/table'
import { formatCount, formatDate } from '@/lib/format'
import type { Notice } from '@/lib/register/notice'
import type { Present } from '@/lib/register/present'
import type { Standing } from '@/lib/register/queries'

/** A notice as the public reads it: on its page, and before its release to those who release it. */
export function NoticeFacts({
  notice,
  dataset,
  standing,
  now,
}: {
  notice: Notice
  /** Its name. */
  dataset: string
  standing: Standing | null
  now: Present | null
}) {
  const t = useT('register')
  const label = useT('labels')
  const locale = useLocale()
  const day = (text: string) => formatDate(new Date(text), false, locale)
  const itemsOf = (counts: Notice['items']) => {
    const items = (['remove', 'redact', 'restrict', 'label', 'keep'] as const).flatMap((action) => {
      const n = counts[action]
      return n ? [t('notice.item', { action: label(`action.${action}.past`), n })] : []
    })
    return items.length > 0 ? items.join(', ') : t('notice.noItems')
  }
  const days = Math.round((Date.parse(notice.decided) - Date.parse(notice.received)) / 86_400_000)
  const facts: Detail[] = [
    { term: t('notice.kind'), detail: label(`takedownKind.${notice.kind}`) },
    { term: t('notice.law'), detail: t(`law.${notice.law}`) },
    { term: t('notice.dataset'), detail: dataset },
    { term: t('notice.received'), detail: day(notice.received) },
    ...(notice.due ? [{ term: t('notice.due'), detail: day(notice.due) }] : []),
    {
      term: t('notice.decided'),
      detail: `${day(notice.decided)} (${t('notice.took', { n: days })})`,
    },
    ...(now
      ? [
          { term: t('notice.outcomeNow'), detail: t(`outcome.${now.outcome}`) },
          { term: t('notice.itemsNow'), detail: itemsOf(now.items) },
        ]
      : []),
    {
      term: t(now ? 'notice.outcomeThen' : 'notice.outcome'),
      detail: t(`outcome.${notice.outcome}`),
    },
    ...(standing ? [{ term: t('notice.standing'), detail: t(`standing.${standing}`) }] : []),
    { term: t('notice.named'), detail: formatCount(notice.targets) },
    { term: t(now ? 'notice.itemsThen' : 'notice.items'), detail: itemsOf(notice.items) },
    ...(notice.reasons.length > 0
      ? [{ term: t('notice.reasons'), detail: <code>{notice.reasons.join(', ')}</code> }]
      : []),
    { term: t('notice.contested'), detail: t('notice.times', { n: notice.contested }) },
    ...(notice.summary ? [{ term: t('notice.summary'), detail: notice.summary }] : []),
  ]
  return (
    <>
      {now ? (
        <Callout title={t('notice.changed', { date: day(now.since) })}>{t('notice.changedText')}</Callout>
      ) : null}
      <Section title={t('notice.facts')}>
        <DescriptionList items={facts} />
      </Section>
      <Section title={t('notice.hosts')}>
        {notice.hosts.length === 0 ? (
          <p className="max-w-prose text-sm text-ink-soft">{t('notice.noHosts')}</p>
        ) : (
          <>
            <p className="mb-3 max-w-prose text-sm text-ink-soft">{t('notice.hostsText')}</p>
            <Table caption={t('notice.hosts')}>
              <TableHead>
                <Th>{t('notice.host')}</Th>
                <Th align="end">{t('notice.targets')}</Th>
              </TableHead>
              <TableBody>
                {notice.hosts.map(({ host, targets }) => (
                  <Tr key={host}>
                    <Td className="wrap-anywhere">{host}</Td>
                    <Td label={t('notice.targets')} align="end">
                      <Count value={targets} />
                    </Td>
                  </Tr>
                ))}
              </TableBody>
            </Table>
          </>
        )}
      </Section>
    </>
  )
}
