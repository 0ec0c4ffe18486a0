import { describe, expect, it } from 'vitest'
import { identityOf } from '@/lib/log/identity'
import { keyOfSeed } from '@/lib/log/key'
import { utf8 } from '@/lib/tlog/bytes'
import { formatCheckpoint } from '@/lib/tlog/checkpoint'
import { type Hash, leafHash } from '@/lib/tlog/hash'
import { signNote } from '@/lib/tlog/note'
import { assembleProof, planInclusion } from '@/lib/tlog/proof'
import { formatTlogProof, parseTlogProof, verifyTlogProof } from '@/lib/tlog/tlog-proof'
import { append, EMPTY_TREE, rootOf, type Subtree } from '@/lib/tlog/tree'

const log = identityOf('log.example/audit', keyOfSeed(new Uint8Array(32).fill(3)))
const other = identityOf('log.example/other', keyOfSeed(new Uint8Array(32).fill(4)))
const entries = Array.from({ length: 7 }, (_, i) => utf8(`entry ${i}`))
const stored = new Map<string, Hash>()
const key = ({ level, index }: Subtree) => `${level}/${index}`
const tree = append(
  EMPTY_TREE,
  entries.map((entry) => leafHash(entry)),
  { onComplete: (subtree, hash) => stored.set(key(subtree), hash) },
)
const checkpointOf = (origin: string, signers = log.signers) =>
  signNote(formatCheckpoint({ origin, size: 7, root: rootOf(tree) }), signers)
const proofOf = (index: number) =>
  assembleProof(planInclusion(index, 7), (subtree) => stored.get(key(subtree)) ?? new Uint8Array())
const fileOf = (index: number, extra?: Uint8Array) =>
  formatTlogProof({ index, proof: proofOf(index), checkpoint: checkpointOf(log.origin), extra })
const entryAt = (index: number) => entries[index] ?? new Uint8Array()

describe('a .tlog-proof file', () => {
  it('proves each entry of the log by itself, and no other', () => {
    for (let index = 0; index < 7; index++) {
      const parsed = parseTlogProof(utf8(fileOf(index)))
      const { checkpoint, note } = verifyTlogProof(parsed, entryAt(index), [log.verifier])
      expect(checkpoint).toMatchObject({ origin: log.origin, size: 7 })
      expect(note.signatures).toHaveLength(1)
      expect(() => verifyTlogProof(parsed, entryAt((index + 1) % 7), [log.verifier])).toThrow(
        expect.objectContaining({ name: 'TlogProofError' }),
      )
      expect(() =>
        verifyTlogProof({ ...parsed, index: (index + 1) % 7 }, entryAt(index), [log.verifier]),
      ).toThrow(expect.objectContaining({ name: 'TlogProofError' }))
    }
  })

  it('may carry extra data, which nothing vouches for', () => {
    const extra = Uint8Array.of(0, 255, 10, 13)
    const parsed = parseTlogProof(fileOf(4, extra))
    expect(parsed.extra).toEqual(extra)
    expect(fileOf(4, extra).split('\n')[1]).toMatch(/^extra AP8KDQ==$/)
    expect(verifyTlogProof(parsed, entryAt(4), [log.verifier]).checkpoint.size).toBe(7)
    expect(parseTlogProof(fileOf(4)).extra).toBeUndefined()
    expect(parseTlogProof(fileOf(4, new Uint8Array(0))).extra).toBeUndefined()
  })

  it('is not believed for a key that did not sign, nor for the checkpoint of another log by the same key', () => {
    const parsed = parseTlogProof(fileOf(2))
    expect(() => verifyTlogProof(parsed, entryAt(2), [other.verifier])).toThrow(
      expect.objectContaining({ code: 'no_known_signature' }),
    )
    // Another known key is no stand-in for the log's own.
    const foreign = { ...parsed, checkpoint: checkpointOf(log.origin, other.signers) }
    expect(() => verifyTlogProof(foreign, entryAt(2), [log.verifier, other.verifier])).toThrow(
      expect.objectContaining({ code: 'no_known_signature' }),
    )
    const elsewhere = { ...parsed, checkpoint: checkpointOf('log.example/elsewhere') }
    expect(() => verifyTlogProof(elsewhere, entryAt(2), [log.verifier])).toThrow(
      expect.objectContaining({ name: 'TlogProofError' }),
    )
  })

  it('is not believed with any of its bytes flipped, but for those of the extra data', () => {
    const file = utf8(fileOf(3, utf8('hello')))
    const extraLine = fileOf(3, utf8('hello')).indexOf('index') - 1
    const harmless: number[] = []
    for (let at = 0; at < file.length; at++) {
      for (const bit of [1, 4, 0x20]) {
        try {
          verifyTlogProof(parseTlogProof(file.map((byte, i) => (i === at ? byte ^ bit : byte))), entryAt(3), [
            log.verifier,
          ])
          harmless.push(at)
        } catch (error) {
          expect(['TlogProofError', 'NoteError']).toContain(error instanceof Error && error.name)
        }
      }
    }
    expect(harmless.length).toBeGreaterThan(0)
    expect(harmless.filter((at) => at < 'c2sp.org/tlog-proof@v1\nextra '.length || at >= extraLine)).toEqual(
      [],
    )
  })

  const good = fileOf(3)
  it.each([
    ['another version', good.replace('@v1', '@v2')],
    ['no index', good.replace(/index \d\n/, '')],
    ['an index with a leading zero', good.replace('index 3', 'index 03')],
    ['an index beyond 2^53', good.replace('index 3', 'index 9999999999999999')],
    ['a hash of 31 bytes', good.replace(/index 3\n/, `index 3\n${Buffer.alloc(31).toString('base64')}\n`)],
    [
      '64 hashes',
      good.replace(/index 3\n/, `index 3\n${`${Buffer.alloc(32).toString('base64')}\n`.repeat(61)}`),
    ],
    ['loose base64', good.replace(/=\n/, '\n')],
    ['no checkpoint', good.slice(0, good.indexOf('\n\n'))],
    ['carriage returns', good.replaceAll('\n', '\r\n')],
    ['nothing', ''],
  ])('is refused with %s', (_, file) => {
    expect(() => verifyTlogProof(parseTlogProof(file), entryAt(3), [log.verifier])).toThrow(
      expect.objectContaining({ name: 'TlogProofError' }),
    )
  })

  it('is refused when it is not UTF-8', () => {
    expect(() => parseTlogProof(Uint8Array.of(0xff))).toThrow(
      expect.objectContaining({ name: 'TlogProofError' }),
    )
  })
})
