import { useT } from '#i18n'
import { Visible } from '@/components/item/visible'
import { Digest } from '@/components/ui/digest'
import { Section } from '@/components/ui/page-header'
import { Table, TableBody, TableHead, Td, Th, Tr } from '@/components/ui/table'
import { Timestamp } from '@/components/ui/timestamp'
import { filesOf } from '@/lib/takedowns/open-file'
import { formatBytes } from '@/lib/format'
import { paths } from '@/lib/paths'
import type { RequestView } from '@/lib/takedowns/queries'

/** What the requester sent along, for those who may read who asks. */
export async function Files({ request: { id, readsWho } }: { request: RequestView }) {
  if (!readsWho) return null
  const files = await filesOf(id)
  return files.length === 0 ? null : <Panel requestId={id} files={files} />
}

function Panel({ requestId, files }: { requestId: string; files: Awaited<ReturnType<typeof filesOf>> }) {
  const t = useT('attachments')
  return (
    <Section title={t('staff.title')}>
      <p className="mb-3 max-w-prose text-sm text-ink-soft">{t('staff.text')}</p>
      <Table caption={t('staff.title')}>
        <TableHead>
          <Th>{t('staff.file')}</Th>
          <Th>{t('staff.kind')}</Th>
          <Th>{t('fingerprint')}</Th>
          <Th>{t('staff.opened')}</Th>
        </TableHead>
        <TableBody>
          {files.map(({ n, name, mediaType, size, pages, sha256, at, views }) => (
            <Tr key={n}>
              <Td className="wrap-anywhere">
                {/* Not a page of ours: a plain link, which nothing loads before it is pressed. */}
                <a href={paths.requestFile(requestId, n)} className="link" rel="noreferrer">
                  <Visible text={name} />
                </a>
                <br />
                <span className="text-ink-soft">
                  <Timestamp at={at} />
                </span>
              </Td>
              <Td label={t('staff.kind')}>
                {t(`type.${mediaType}`)}, {formatBytes(size)}
                {pages === null ? null : `, ${t('pages', { n: pages })}`}
              </Td>
              <Td label={t('fingerprint')}>
                <Digest value={sha256} />
              </Td>
              <Td label={t('staff.opened')}>
                {views ? t('staff.times', { n: views.times, people: views.people }) : t('staff.never')}
              </Td>
            </Tr>
          ))}
        </TableBody>
      </Table>
    </Section>
  )
}
