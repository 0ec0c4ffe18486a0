import { formatLogProof } from '@/lib/release-format/log-proof'
import { canonicalBytes } from '@/lib/tlog/canonical-json'
import { formatCheckpoint } from '@/lib/tlog/checkpoint'
import { leafHash } from '@/lib/tlog/hash'
import { signNote } from '@/lib/tlog/note'
import { assembleProof, planInclusion } from '@/lib/tlog/proof'
import { append, EMPTY_TREE, rootOf } from '@/lib/tlog/tree'
import { ed25519Signer } from '@/lib/tlog/vkey'
import { sha256, testKey } from './release'

/** A log of 22 entries in which the release is number 20, and its proof. */
export function logOf(files: ReadonlyMap<string, Uint8Array>) {
  const release = JSON.parse(Buffer.from(files.get('release.json') ?? '').toString())
  const { dataset, version, profile, disclosure, rows, manifest, base, log } = release
  const digests: Buffer[] = base.files.map((file: { sha256: string }) => Buffer.from(file.sha256, 'hex'))

  const entryOf = (change: object = {}) =>
    canonicalBytes({
      ...{ t: 'release', v: 1, at: '2026-11-20T09:00:00Z', dataset, version, profile, disclosure },
      ...{ release: sha256(files.get('release.json') ?? ''), manifest, rows, log_size: log.size },
      files: sha256(Buffer.concat(digests.sort(Buffer.compare))),
      ...change,
    })

  const proofOf = (entry: Uint8Array = entryOf(), signWith = testKey): string => {
    const before = Array.from({ length: 20 }, (_, i) => canonicalBytes({ i }))
    const hashes = new Map<string, Uint8Array>()
    const tree = append(
      EMPTY_TREE,
      [...before, entry, canonicalBytes({ last: 1 })].map((bytes) => leafHash(bytes)),
      { onComplete: ({ level, index }, hash) => void hashes.set(`${level}/${index}`, hash) },
    )
    const signer = ed25519Signer(log.origin, signWith.publicKey, signWith.sign)
    const checkpoint = signNote(
      formatCheckpoint({ origin: log.origin, size: tree.size, root: rootOf(tree) }),
      [signer],
    )
    const proof = assembleProof(
      planInclusion(20, tree.size),
      ({ level, index }) => hashes.get(`${level}/${index}`) ?? new Uint8Array(),
    )
    return formatLogProof({ entry, index: 20, proof, checkpoint })
  }
  return { entryOf, proofOf }
}
