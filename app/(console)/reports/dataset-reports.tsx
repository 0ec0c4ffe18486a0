import { useLocale, useT } from '#i18n'
import { ActionButton } from '@/components/form/action-button'
import { Link } from '@/components/ui/link'
import { Count } from '@/components/ui/number'
import { Section } from '@/components/ui/page-header'
import { Table, TableBody, TableHead, Td, Th, Tr } from '@/components/ui/table'
import type { DatasetOption } from '@/lib/datasets/options'
import type { Batch } from '@/lib/exports/dsa'
import { formatDateTime } from '@/lib/format'
import { paths } from '@/lib/paths'
import { prepareBatchAction } from './actions'

/** What can be handed out of one dataset. */
export function DatasetReports({
  dataset: { slug, name },
  batches,
  left,
}: {
  dataset: DatasetOption
  batches: readonly Batch[]
  left: number
}) {
  const t = useT('reports')
  return (
    <>
      <Section title={`${t('dsa.title')}: ${name}`}>
        <p className="mb-3 max-w-prose text-sm text-ink-soft">{t('dsa.text')}</p>
        <p className="mb-3 text-sm">{t('dsa.left', { n: left })}</p>
        {left > 0 ? (
          <ActionButton
            action={prepareBatchAction}
            fields={{ dataset: slug }}
            pendingLabel={t('dsa.preparing')}
          >
            {t('dsa.prepare')}
          </ActionButton>
        ) : null}
        <div className="mt-4">
          <Batches slug={slug} batches={batches} />
        </div>
      </Section>
      <Section title={t('lumen.title')}>
        <p className="mb-3 max-w-prose text-sm text-ink-soft">{t('lumen.text')}</p>
        <a href={paths.reportFile('lumen', { dataset: slug })} download className="link text-sm">
          {t('lumen.download')}
        </a>
      </Section>
      <Section title={t('transparency.title')}>
        <p className="text-sm text-ink-soft">
          {t('transparency.text')}{' '}
          <Link href={paths.transparency({ dataset: slug })} className="link">
            {t('transparency.open')}
          </Link>
        </p>
      </Section>
    </>
  )
}

function Batches({ slug, batches }: { slug: string; batches: readonly Batch[] }) {
  const t = useT('reports.dsa')
  const locale = useLocale()
  if (batches.length === 0) return <p className="text-sm text-ink-soft">{t('none')}</p>
  return (
    <Table caption={t('caption')}>
      <TableHead>
        <Th>{t('file')}</Th>
        <Th align="end">{t('statements')}</Th>
        <Th>{t('schema')}</Th>
      </TableHead>
      <TableBody>
        {batches.map(({ at, statements, schema }) => (
          <Tr key={at}>
            <Td>
              <a href={paths.reportFile('dsa', { dataset: slug, at })} download className="link">
                {t('name', { date: formatDateTime(new Date(Number(at) / 1000), locale) })}
              </a>
            </Td>
            <Td label={t('statements')} align="end">
              <Count value={statements} />
            </Td>
            <Td label={t('schema')}>{schema}</Td>
          </Tr>
        ))}
      </TableBody>
    </Table>
  )
}
