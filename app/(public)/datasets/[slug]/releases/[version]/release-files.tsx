import { useT } from '#i18n'
import { Digest } from '@/components/ui/digest'
import { Bytes } from '@/components/ui/number'
import { Section } from '@/components/ui/page-header'
import { Table, TableBody, TableHead, Td, Th, Tr } from '@/components/ui/table'
import { paths } from '@/lib/paths'
import { CONVENIENCES_PATH } from '@/lib/release-format/conveniences'
import { PROOF_PATH } from '@/lib/release-format/log-proof'
import type { ReleaseView } from '@/lib/releases/queries'

export function ReleaseFiles({ release }: { release: ReleaseView }) {
  const t = useT('releases.files')
  return (
    <Section title={t('title')}>
      <FileTable
        caption={release.removed ? t('captionGone') : t('caption')}
        release={release}
        files={release.files}
      />
      {release.logIndex === null ? null : (
        <p className="mt-4 text-sm text-ink-soft">
          {t.rich('proof', {
            file: PROOF_PATH,
            link: (words) => (
              <a href={paths.releaseFile(release.dataset.slug, release.name, PROOF_PATH)} className="link">
                {words}
              </a>
            ),
          })}
        </p>
      )}
      {release.copies.length === 0 || release.removed ? null : <Copies release={release} />}
    </Section>
  )
}

/** Apart from the signed files, so that nobody takes one for the other. */
function Copies({ release }: { release: ReleaseView }) {
  const t = useT('releases.files')
  return (
    <div className="mt-8">
      <h3 className="mb-2 font-semibold">{t('copies.title')}</h3>
      <p className="mb-4 text-sm text-ink-soft">
        {t.rich('copies.text', {
          file: CONVENIENCES_PATH,
          link: (words) => (
            <a
              href={paths.releaseFile(release.dataset.slug, release.name, CONVENIENCES_PATH)}
              className="link"
            >
              {words}
            </a>
          ),
        })}
      </p>
      <FileTable caption={t('copies.caption')} release={release} files={release.copies} />
    </div>
  )
}

type Listed = { path: string; bytes: number; sha256: string; from?: string }

function FileTable({
  caption,
  release,
  files,
}: {
  caption: string
  release: ReleaseView
  files: readonly Listed[]
}) {
  const t = useT('releases.files')
  return (
    <Table caption={caption}>
      <TableHead>
        <Th>{t('file')}</Th>
        <Th align="end">{t('size')}</Th>
        <Th>{t('sha256')}</Th>
      </TableHead>
      <TableBody>
        {files.map((file) => (
          <Tr key={file.path}>
            <Td label={t('file')}>
              {release.removed ? (
                <span className="wrap-anywhere">{file.path}</span>
              ) : (
                <a
                  href={paths.releaseFile(release.dataset.slug, release.name, file.path)}
                  className="link wrap-anywhere"
                >
                  {file.path}
                </a>
              )}
              {file.from === undefined ? null : (
                <span className="block text-sm text-ink-soft">{t('copyOf', { list: file.from })}</span>
              )}
            </Td>
            <Td label={t('size')} align="end">
              <Bytes value={file.bytes} />
            </Td>
            <Td label={t('sha256')}>
              <Digest value={file.sha256} copy subject={file.path} />
            </Td>
          </Tr>
        ))}
      </TableBody>
    </Table>
  )
}
