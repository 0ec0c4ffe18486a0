import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { buttonClass } from '@/components/ui/button'
import { DescriptionList } from '@/components/ui/description-list'
import { EmptyState } from '@/components/ui/empty-state'
import { Count } from '@/components/ui/number'
import { PageHeader, Section } from '@/components/ui/page-header'
import { Table, TableBody, TableHead, Td, Th, Tr } from '@/components/ui/table'
import { getT } from '@/lib/i18n/server'
import { paths } from '@/lib/paths'
import { CHANGES } from '@/lib/release-format/diff'
import { releaseDiff } from '@/lib/releases/diff'
import { releaseByVersion } from '@/lib/releases/queries'

type Props = PageProps<'/datasets/[slug]/releases/[version]/diff'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, version } = await params
  const t = await getT('releases.diff')
  return { title: t('tab', { dataset: slug, release: version }) }
}

/** More than this is for a program: the file has them all. */
const SHOWN = 50

export default async function ReleaseDiffPage({ params }: Props) {
  const { slug, version } = await params
  const [release, diff, t] = await Promise.all([
    releaseByVersion(slug, version),
    releaseDiff(slug, version),
    getT('releases'),
  ])
  if (!release || !diff) notFound()
  const runs = diff.files.flatMap((file) =>
    CHANGES.flatMap((change) => file[change].map((run) => ({ file: file.file, change, run }))),
  )
  const { added, gone, same } = diff.base
  return (
    <>
      <PageHeader
        title={t('diff.title', { from: diff.from.version, to: diff.to.version })}
        lead={t('diff.lead')}
        trail={[
          { href: paths.datasets(), label: t('page.datasets') },
          { href: paths.dataset(slug), label: release.dataset.name },
          { href: paths.release(slug, version), label: version },
        ]}
        actions={
          <a
            href={paths.releaseDiffFile(slug, version)}
            className={buttonClass({ kind: 'primary' })}
            download
          >
            {t('diff.download')}
          </a>
        }
      />
      <Section title={t('diff.rows')}>
        <DescriptionList
          items={[
            // Without a common file nothing was compared, and a zero would say that nothing changed.
            ...(same === 0 ? [] : CHANGES).map((change) => ({
              term: t(`diff.change.${change}`),
              detail: <Count value={diff.rows[change]} />,
            })),
            {
              term: t('diff.base'),
              detail: t('diff.baseFiles', { same, added: added.length, gone: gone.length }),
            },
          ]}
        />
      </Section>
      <Section title={t('diff.where')}>
        {runs.length === 0 ? (
          <EmptyState title={same === 0 ? t('diff.apart.title') : t('diff.none.title')}>
            {same === 0 ? t('diff.apart.text') : t('diff.none.text')}
          </EmptyState>
        ) : (
          <Table caption={t('diff.table.caption')}>
            <TableHead>
              <Th>{t('diff.table.file')}</Th>
              <Th align="end">{t('diff.table.rows')}</Th>
              <Th>{t('diff.table.change')}</Th>
            </TableHead>
            <TableBody>
              {runs.slice(0, SHOWN).map(({ file, change, run }) => (
                <Tr key={`${file} ${change} ${run.first}`}>
                  <Td label={t('diff.table.file')}>
                    <span className="wrap-anywhere">{file}</span>
                  </Td>
                  <Td label={t('diff.table.rows')} align="end">
                    {run.first === run.last ? <Count value={run.first} /> : t('diff.range', run)}
                  </Td>
                  <Td label={t('diff.table.change')}>{t(`diff.change.${change}`)}</Td>
                </Tr>
              ))}
            </TableBody>
          </Table>
        )}
        {runs.length > SHOWN ? (
          <p className="mt-4 text-sm text-ink-soft">{t('diff.more', { shown: SHOWN, total: runs.length })}</p>
        ) : null}
      </Section>
    </>
  )
}
