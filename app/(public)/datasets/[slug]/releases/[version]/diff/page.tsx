import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { buttonClass } from '@/components/ui/button'
import { DescriptionList } from '@/components/ui/description-list'
import { EmptyState } from '@/components/ui/empty-state'
import { Count } from '@/components/ui/number'
import { PageHeader, Section } from '@/components/ui/page-header'
import { Table, TableBody, TableHead, Td, Th, Tr } from '@/components/ui/table'
import { formatCount } from '@/lib/format'
import { paths } from '@/lib/paths'
import { CHANGES, type Change, type Run } from '@/lib/release-format/diff'
import { releaseDiff } from '@/lib/releases/diff'
import { releaseByVersion } from '@/lib/releases/queries'

type Props = PageProps<'/datasets/[slug]/releases/[version]/diff'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, version } = await params
  return { title: `What changed in ${slug} ${version}` }
}

const WORDS: Record<Change, string> = {
  left_out: 'Left out',
  masked: 'Passages masked',
  unmasked: 'No longer masked',
  restored: 'Taken back in',
}

/** More than this is for a program: the file has them all. */
const SHOWN = 50

export default async function ReleaseDiffPage({ params }: Props) {
  const { slug, version } = await params
  const [release, diff] = await Promise.all([releaseByVersion(slug, version), releaseDiff(slug, version)])
  if (!release || !diff) notFound()
  const runs = diff.files.flatMap((file) =>
    CHANGES.flatMap((change) => file[change].map((run) => ({ file: file.file, change, run }))),
  )
  const { added, gone, same } = diff.base
  return (
    <>
      <PageHeader
        title={`What changed from ${diff.from.version} to ${diff.to.version}`}
        lead="Told from the two lists of kept rows, and from nothing else: why a row changed is in neither."
        trail={[
          { href: paths.datasets(), label: 'Datasets' },
          { href: paths.dataset(slug), label: release.dataset.name },
          { href: paths.release(slug, version), label: version },
        ]}
        actions={
          <a
            href={paths.releaseDiffFile(slug, version)}
            className={buttonClass({ kind: 'primary' })}
            download
          >
            Download diff.json
          </a>
        }
      />
      <Section title="Rows">
        <DescriptionList
          items={[
            // Without a common file nothing was compared, and a zero would say that nothing changed.
            ...(same === 0 ? [] : CHANGES).map((change) => ({
              term: WORDS[change],
              detail: <Count value={diff.rows[change]} />,
            })),
            {
              term: 'Files of the base',
              detail: `${formatCount(same)} the same, ${formatCount(added.length)} new or changed, ${formatCount(gone.length)} gone or changed`,
            },
          ]}
        />
      </Section>
      <Section title="Where">
        {runs.length === 0 ? (
          <EmptyState
            title={same === 0 ? 'The two have no file in common' : 'No row of a common file has changed'}
          >
            {same === 0
              ? 'A row number means one row only in a file that stayed the same, so no row can be compared. The files are listed in diff.json.'
              : 'Files that only one of them has are listed in diff.json.'}
          </EmptyState>
        ) : (
          <Table caption="Rows that changed">
            <TableHead>
              <Th>File</Th>
              <Th align="end">Rows</Th>
              <Th>Change</Th>
            </TableHead>
            <TableBody>
              {runs.slice(0, SHOWN).map(({ file, change, run }) => (
                <Tr key={`${file} ${change} ${run.first}`}>
                  <Td label="File">
                    <span className="wrap-anywhere">{file}</span>
                  </Td>
                  <Td label="Rows" align="end">
                    {rowsOf(run)}
                  </Td>
                  <Td label="Change">{WORDS[change]}</Td>
                </Tr>
              ))}
            </TableBody>
          </Table>
        )}
        {runs.length > SHOWN ? (
          <p className="mt-4 text-sm text-ink-soft">
            {`The first ${SHOWN} of ${formatCount(runs.length)} places. diff.json has all of them.`}
          </p>
        ) : null}
      </Section>
    </>
  )
}

const rowsOf = ({ first, last }: Run) =>
  first === last ? formatCount(first) : `${formatCount(first)} to ${formatCount(last)}`
