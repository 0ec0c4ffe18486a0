import { formatLogProof } from '@/lib/release-format/log-proof'
import { openings } from '@/lib/release-format/openings'
import { canonicalBytes } from '@/lib/tlog/canonical-json'
import { formatCheckpoint } from '@/lib/tlog/checkpoint'
import { signNote } from '@/lib/tlog/note'
import { assembleProof, planInclusion } from '@/lib/tlog/proof'
import { rootOf } from '@/lib/tlog/tree'
import { ed25519Signer } from '@/lib/tlog/vkey'
import { sha256, testKey } from './release'
import { entriesBefore, treeOf } from './release-decisions'

/** A log of 22 entries in which the release is number 20, and its proof. */
export function logOf(files: ReadonlyMap<string, Uint8Array>) {
  const release = JSON.parse(Buffer.from(files.get('release.json') ?? '').toString())
  const { dataset, version, profile, disclosure, rows, manifest, base, log } = release
  const digests: Buffer[] = base.files.map((file: { sha256: string }) => Buffer.from(file.sha256, 'hex'))

  const before = entriesBefore(dataset, Buffer.from(files.get(openings.path) ?? '').toString(), log.size)

  const entryOf = (change: object = {}) =>
    canonicalBytes({
      ...{ t: 'release', v: 1, at: '2026-11-20T09:00:00Z', dataset, version, profile, disclosure },
      ...{ release: sha256(files.get('release.json') ?? ''), manifest, rows, log_size: log.size },
      files: sha256(Buffer.concat(digests.sort(Buffer.compare))),
      ...change,
    })

  const proofOf = (entry: Uint8Array = entryOf(), signWith = testKey): string => {
    const { tree, hashOf } = treeOf([...before, entry, canonicalBytes({ last: 1 })])
    const signer = ed25519Signer(log.origin, signWith.publicKey, signWith.sign)
    const checkpoint = signNote(
      formatCheckpoint({ origin: log.origin, size: tree.size, root: rootOf(tree) }),
      [signer],
    )
    const proof = assembleProof(planInclusion(log.size, tree.size), hashOf)
    return formatLogProof({ entry, index: log.size, proof, checkpoint })
  }
  return { entryOf, proofOf }
}
