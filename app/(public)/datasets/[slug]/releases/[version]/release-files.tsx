import { Digest } from '@/components/ui/digest'
import { Bytes } from '@/components/ui/number'
import { Section } from '@/components/ui/page-header'
import { Table, TableBody, TableHead, Td, Th, Tr } from '@/components/ui/table'
import { paths } from '@/lib/paths'
import { CONVENIENCES_PATH } from '@/lib/release-format/conveniences'
import { PROOF_PATH } from '@/lib/release-format/log-proof'
import type { ReleaseView } from '@/lib/releases/queries'

export function ReleaseFiles({ release }: { release: ReleaseView }) {
  return (
    <Section title="Files">
      <FileTable
        caption={release.removed ? 'Files this release had' : 'Files of this release'}
        release={release}
        files={release.files}
      />
      {release.logIndex === null ? null : (
        <p className="mt-4 text-sm text-ink-soft">
          <a href={paths.releaseFile(release.dataset.slug, release.name, PROOF_PATH)} className="link">
            {PROOF_PATH}
          </a>{' '}
          proves that the log has this release. It is made anew as the log grows, so it has no checksum.
        </p>
      )}
      {release.copies.length === 0 || release.removed ? null : <Copies release={release} />}
    </Section>
  )
}

/** Apart from the signed files, so that nobody takes one for the other. */
function Copies({ release }: { release: ReleaseView }) {
  return (
    <div className="mt-8">
      <h3 className="mb-2 font-semibold">The lists as Parquet</h3>
      <p className="mb-4 text-sm text-ink-soft">
        Made from the files above, for tools that read Parquet faster than text. No signature covers them:
        where one differs from its list, the list is right. All of them in{' '}
        <a href={paths.releaseFile(release.dataset.slug, release.name, CONVENIENCES_PATH)} className="link">
          {CONVENIENCES_PATH}
        </a>
        .
      </p>
      <FileTable caption="Copies of the lists as Parquet" release={release} files={release.copies} />
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
  return (
    <Table caption={caption}>
      <TableHead>
        <Th>File</Th>
        <Th align="end">Size</Th>
        <Th>SHA-256</Th>
      </TableHead>
      <TableBody>
        {files.map((file) => (
          <Tr key={file.path}>
            <Td label="File">
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
                <span className="block text-sm text-ink-soft">not signed; made from {file.from}</span>
              )}
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
  )
}
