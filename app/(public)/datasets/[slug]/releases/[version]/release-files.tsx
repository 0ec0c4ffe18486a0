import { Digest } from '@/components/ui/digest'
import { Bytes } from '@/components/ui/number'
import { Section } from '@/components/ui/page-header'
import { Table, TableBody, TableHead, Td, Th, Tr } from '@/components/ui/table'
import { paths } from '@/lib/paths'
import { PROOF_PATH } from '@/lib/release-format/log-proof'
import type { ReleaseView } from '@/lib/releases/queries'

export function ReleaseFiles({ release }: { release: ReleaseView }) {
  return (
    <Section title="Files">
      <Table caption="Files of this release">
        <TableHead>
          <Th>File</Th>
          <Th align="end">Size</Th>
          <Th>SHA-256</Th>
        </TableHead>
        <TableBody>
          {release.files.map((file) => (
            <Tr key={file.path}>
              <Td label="File">
                <a
                  href={paths.releaseFile(release.dataset.slug, release.name, file.path)}
                  className="link wrap-anywhere"
                >
                  {file.path}
                </a>
              </Td>
              <Td label="Size" align="end">
                <Bytes value={file.bytes} />
              </Td>
              <Td label="SHA-256">
                <Digest value={file.sha256} copy subject={file.path} />
              </Td>
            </Tr>
          ))}
        </TableBody>
      </Table>
      {release.logIndex === null ? null : (
        <p className="mt-4 text-sm text-ink-soft">
          <a href={paths.releaseFile(release.dataset.slug, release.name, PROOF_PATH)} className="link">
            {PROOF_PATH}
          </a>{' '}
          proves that the log has this release. It is made anew as the log grows, so it has no checksum.
        </p>
      )}
    </Section>
  )
}
