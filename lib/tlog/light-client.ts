/*
 * lib/tlog: transparency logs as c2sp.org specifies them. Start here.
 *
 * No dependency, no I/O, no key, no clock; it runs wherever TypeScript does. Hashing is synchronous, with a SHA-256 of
 * its own; every function that hashes takes a faster one (Node: createHash) as its last argument. Ed25519 is handed in
 * as a function. Sizes and indices are safe integers up to 2^53 - 1, and right beyond 2^31. What is malformed throws; a
 * proof that does not hold is `false`. Nothing here trusts bytes that do not lead to a signed root.
 *
 *   hash, tree, proof            RFC 6962 hashes, growing trees, inclusion and consistency proofs (plan, assemble, verify)
 *   walk                         one proof for many entries of one tree
 *   tile, tile-path, bundle      c2sp.org/tlog-tiles: grow tiles, address them, pack and unpack entries
 *   tile-reader                  believed hashes out of tiles that anybody may have served
 *   note, vkey, verifiers        c2sp.org/signed-note: sign, open, unknown signatures ignored
 *   checkpoint, cosignature, tlog-proof   what is signed about a log, by itself and by witnesses, and taken along
 *   canonical-json, commitment   RFC 8785 for integers; salted commitments of our own, as a whole or in parts
 *
 * A whole client, of any log of this kind:
 *
 *   const log = ed25519Verifier(vkey, verifyEd25519)
 *   const { checkpoint: seen } = openCheckpoint(await get('checkpoint'), [log])
 *   const tiles: TileSource = (wanted) => Promise.all(wanted.map((tile) => get(tilePath(tile))))
 *   const proof = await proveInclusion(seen, index, tiles)
 *   verifyInclusion({ leaf: leafHash(entry), index, size: seen.size, root: seen.root, proof })   // true
 *   await provesExtension(kept, seen, tiles)                 // true: nothing before `kept` was changed
 */
import { equal } from './bytes'
import { assembleProof, planConsistency, planInclusion, type Proof, verifyConsistency } from './proof'
import { sha256 as ownSha256, type Sha256 } from './sha256'
import { readHashes, type SignedTree, type TileSource } from './tile-reader'
import { rootOf, EMPTY_TREE } from './tree'

/** The inclusion proof of entry `index`, made of believed hashes. Throws a TileError for a tile that is not the log's. */
export async function proveInclusion(
  tree: SignedTree,
  index: number,
  source: TileSource,
  sha256: Sha256 = ownSha256,
): Promise<Proof> {
  const plan = planInclusion(index, tree.size)
  return assembleProof(plan, await readHashes(tree, plan.flat(), source, sha256), sha256)
}

/** The proof that `tree` extends its first `oldSize` entries, made of believed hashes. Throws as `proveInclusion` does. */
export async function proveConsistency(
  oldSize: number,
  tree: SignedTree,
  source: TileSource,
  sha256: Sha256 = ownSha256,
): Promise<Proof> {
  const plan = planConsistency(oldSize, tree.size)
  return assembleProof(plan, await readHashes(tree, plan.flat(), source, sha256), sha256)
}

/**
 * Whether `tree` begins with every entry of `old`: false means that one log has shown two histories. A tree that is
 * smaller than `old` does not extend it. Throws a TileError for a tile that is not the log's: then nothing is shown.
 */
export async function provesExtension(
  old: SignedTree,
  tree: SignedTree,
  source: TileSource,
  sha256: Sha256 = ownSha256,
): Promise<boolean> {
  if (old.size > tree.size) return false
  // Every tree extends the empty one, of which no proof can be made.
  if (old.size === 0) return equal(old.root, rootOf(EMPTY_TREE, sha256))
  const proof = await proveConsistency(old.size, tree, source, sha256)
  const [oldRoot, newRoot] = [old.root, tree.root]
  return verifyConsistency({ oldSize: old.size, newSize: tree.size, oldRoot, newRoot, proof }, sha256)
}
