import { useT } from '#i18n'
import { ActionButton } from '@/components/form/action-button'
import { ItemSnippet } from '@/components/item/item-snippet'
import { CategoryBadge } from '@/components/ui/category-badge'
import { Section } from '@/components/ui/page-header'
import { Table, TableBody, TableHead, Td, Th, Tr } from '@/components/ui/table'
import { categoryName } from '@/lib/detection/category-name'
import { formatCount, formatPercent, formatScore } from '@/lib/format'
import type { HeldItem, HeldType, WatchView } from '@/lib/throttle/queries'
import { dropDetectorAction, letGoOnAction } from './actions'

/** What a paused detector found, some of it to look at, and the two ways on. */
export function PausedDetector({
  datasetId,
  watch: { detector, version, rowsSeen, rowsHit, allowed },
  held: { types, sample },
  denied,
}: {
  datasetId: string
  watch: WatchView
  held: { types: readonly HeldType[]; sample: readonly HeldItem[] }
  denied: string | null
}) {
  const t = useT('detectors.paused')
  const fields = { datasetId, detector, version }
  const flags = types.reduce((sum, { flags: n }) => sum + n, 0)
  return (
    <Section title={t('title', { detector, version })}>
      <p className="mb-3 max-w-prose">
        {t('found', {
          hits: rowsHit,
          rows: rowsSeen,
          share: formatPercent(rowsSeen > 0 ? rowsHit / rowsSeen : 0),
          allowed: allowed === null ? 'none' : formatPercent(allowed),
          flags,
          types: types.map(({ type, flags: n }) => `${type} ${formatCount(n)}`).join(', ') || 'none',
        })}
      </p>
      {sample.length > 0 ? (
        <Table caption={t('caption', { detector })}>
          <TableHead>
            <Th>{t('category')}</Th>
            <Th>{t('type')}</Th>
            <Th align="end">{t('score')}</Th>
            <Th>{t('text')}</Th>
          </TableHead>
          <TableBody>
            {sample.map(({ digest, category, type, score, snippet }) => (
              <Tr key={`${digest} ${category} ${type}`}>
                <Td>
                  <CategoryBadge category={category} label={categoryName(category)} />
                </Td>
                <Td label={t('type')}>{type}</Td>
                <Td label={t('score')} align="end">
                  {formatScore(score)}
                </Td>
                <Td label={t('text')} className="w-full min-w-48 sm:max-w-0">
                  {snippet ? (
                    <ItemSnippet text={snippet.text} marks={snippet.marks} length={400} />
                  ) : (
                    <span className="text-ink-soft">{t('hidden')}</span>
                  )}
                </Td>
              </Tr>
            ))}
          </TableBody>
        </Table>
      ) : null}
      <div className="mt-4 flex flex-wrap items-start gap-3">
        <ActionButton
          action={letGoOnAction}
          fields={fields}
          kind="primary"
          pendingLabel={t('raising')}
          disabledReason={denied}
        >
          {t('letGoOn', { flags })}
        </ActionButton>
        {denied ? null : (
          <ActionButton
            action={dropDetectorAction}
            fields={fields}
            kind="danger"
            pendingLabel={t('dropping')}
          >
            {t('drop')}
          </ActionButton>
        )}
      </div>
    </Section>
  )
}
