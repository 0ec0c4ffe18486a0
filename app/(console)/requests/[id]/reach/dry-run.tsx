import { useLocale, useT } from '#i18n'
import { DescriptionList } from '@/components/ui/description-list'
import { Count } from '@/components/ui/number'
import { Section } from '@/components/ui/page-header'
import { formatDateTime, formatPercent } from '@/lib/format'
import type { ReachSummary } from '@/lib/takedowns/reach-view'

/** What upholding all of it would do to the revision, counted and not done. */
export function DryRun({ summary }: { summary: ReachSummary }) {
  const t = useT('reach.dry')
  const locale = useLocale()
  const { rows, ofRows, tally, revision, countedAt } = summary
  return (
    <Section title={t('title')}>
      <p className="mb-3 max-w-prose">
        {t('lead', { revision: String(revision), when: formatDateTime(countedAt, locale) })}
      </p>
      <div className="max-w-form">
        <DescriptionList
          items={[
            { term: t('out'), detail: <Count value={rows} /> },
            { term: t('share'), detail: formatPercent(ofRows > 0 ? rows / ofRows : 0) },
            { term: t('gone'), detail: <Count value={tally.gone} /> },
            { term: t('masked'), detail: <Count value={tally.masked} /> },
            { term: t('kept'), detail: <Count value={tally.kept} /> },
            {
              term: t('asked'),
              detail:
                tally.requests > 0 ? t('askedDetail', { rows: tally.asked, requests: tally.requests }) : '0',
            },
          ]}
        />
      </div>
    </Section>
  )
}
