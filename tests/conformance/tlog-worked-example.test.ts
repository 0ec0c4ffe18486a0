import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { fromBase64, toBase64 } from '@/lib/tlog/base64'
import { formatBundle, parseBundle } from '@/lib/tlog/bundle'
import { concat, fromHex, textOf, toHex, utf8 } from '@/lib/tlog/bytes'
import { canonicalJson } from '@/lib/tlog/canonical-json'
import { formatCheckpoint, parseCheckpoint } from '@/lib/tlog/checkpoint'
import { leafHash, nodeHash } from '@/lib/tlog/hash'
import { openNote, signNote } from '@/lib/tlog/note'
import { assembleProof, planInclusion, verifyInclusion } from '@/lib/tlog/proof'
import { grow } from '@/lib/tlog/tile'
import { rightEdge } from '@/lib/tlog/tile-reader'
import { tilePath } from '@/lib/tlog/tile-path'
import { formatTlogProof, parseTlogProof, verifyTlogProof } from '@/lib/tlog/tlog-proof'
import { append, EMPTY_TREE, rootOf, type Subtree } from '@/lib/tlog/tree'
import { ED25519, ed25519Signer, ed25519Verifier, formatVkey, keyIdOf } from '@/lib/tlog/vkey'

/*
 * A whole log of three entries, computed with independent programs (OpenSSL, Go's sumdb packages): every byte that this
 * library writes for it has to be the same.
 */

const entries = [
  {
    policy: 'pii-v3',
    sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    t: 'policy',
    v: 1,
  },
  {
    action: 'exclude',
    at: '2026-11-20T09:30:00Z',
    c: {
      note: 'dTdy2DJ3NFt7Ynx8qElttie7zHLIdbsslyesNAsSsWc',
      reviewer: 'JrenWkWvdT0Ule3skOFnhK2ZcuBC4GI394k1hUWoDYQ',
    },
    dataset: 'org/corpus',
    item: 'r-000000123456',
    policy: 'pii-v3',
    reason: 'pii',
    rev: '4b825dc642cb6eb9a060e54bf8d69288fbee4904',
    t: 'decision',
    v: 1,
  },
  { at: '2026-11-21T00:00:00Z', fields: ['note'], of: 1, t: 'erasure', v: 1 },
].map((entry) => utf8(canonicalJson(entry)))

const leaves = [
  'fac5e8f829d6067dc8a7aa70afd7ef8615ec96e82d332a5c4859131bbb74b6bb',
  'd166d33d19f1fa3f090a91dbd12404b0f966052905dda672ec8785a07613cbfe',
  '96bbc38dd1235b8127d183b5ab132cbbb565fc905967ae1a86404adb93ebfdb9',
].map(fromHex)
const root = '786876190707e6cd90bdc6579aaa7a697fb2a15cef68828fd1ce42aad7c0b8b6'

const name = 'log.example.org/audit'
const seed = Buffer.alloc(32, 7)
const privateKey = createPrivateKey({
  key: Buffer.concat([fromHex('302e020100300506032b657004220420'), seed]),
  format: 'der',
  type: 'pkcs8',
})
const publicKey = fromHex('ea4a6c63e29c520abef5507b132ec5f9954776aebebe7b92421eea691446d22c')
const vkey = 'log.example.org/audit+ead5c3b2+AepKbGPinFIKvvVQexMuxfmVR3auvr57kkIe6mkURtIs'
const verifyEd25519 = (_: Uint8Array, message: Uint8Array, signature: Uint8Array) =>
  verify(null, message, createPublicKey(privateKey), signature)
const checkpoint = `log.example.org/audit
3
eGh2GQcH5s2QvcZXmqp6aX+yoVzvaIKP0c5CqtfAuLY=

— log.example.org/audit 6tXDsssA39+JoaUZDJtZJruaq3/VC4SZgP98gTfUdkQKWN+osTvdlYkKg5cAn1COph1Kuiif6toIjxgb3LGTlI8zqgc=
`

describe('the log of three entries', () => {
  it('has the entries and leaf hashes of the example', () => {
    expect(entries.map((entry) => entry.length)).toEqual([114, 314, 74])
    expect(entries.map((entry) => toHex(leafHash(entry)))).toEqual(leaves.map(toHex))
  })

  it('has the root of the example at sizes 2 and 3', () => {
    expect(toHex(rootOf(append(EMPTY_TREE, leaves.slice(0, 2))))).toBe(
      '3b972d7eee602c3f99dd637c3e8bf2e080e4f3120e16214b6ffd45c3b65c83cc',
    )
    expect(toHex(rootOf(append(EMPTY_TREE, leaves)))).toBe(root)
  })

  it('packs its entries into a bundle of 508 bytes', () => {
    const bundle = formatBundle(entries)
    expect(bundle.length).toBe(508)
    expect(toHex(bundle.subarray(0, 8))).toBe('00727b22706f6c69')
    expect(toHex(bundle.subarray(116, 118)) + toHex(bundle.subarray(432, 434))).toBe('013a004a')
    expect(parseBundle(bundle).map(textOf)).toEqual(entries.map(textOf))
  })

  it('names its key as the example does', () => {
    const key = { name, type: ED25519, publicKey }
    expect(createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(-32)).toEqual(
      Buffer.from(publicKey),
    )
    expect(keyIdOf(key)).toBe('ead5c3b2')
    expect(formatVkey(key)).toBe(vkey)
  })

  it('signs the checkpoint of the example byte for byte, and opens it', () => {
    const signer = ed25519Signer(name, publicKey, (text) => sign(null, text, privateKey))
    const body = formatCheckpoint({ origin: name, size: 3, root: fromHex(root) })
    expect(signNote(body, [signer])).toBe(checkpoint)

    const opened = openNote(checkpoint, [ed25519Verifier(vkey, verifyEd25519)])
    expect(parseCheckpoint(opened.text)).toEqual({ origin: name, size: 3, root: fromHex(root) })
  })

  it('has one tile, of the three leaf hashes, and no second level', () => {
    const { partials, fullTiles } = grow(EMPTY_TREE, [], leaves)
    expect(rightEdge(3).map(tilePath)).toEqual(['tile/0/000.p/3'])
    expect(partials.map((hashes) => toHex(concat(...hashes)))).toEqual([leaves.map(toHex).join('')])
    expect(fullTiles).toEqual([])
  })

  it('writes and checks the proof file of entry 1 byte for byte', () => {
    const file = `c2sp.org/tlog-proof@v1
index 1
+sXo+CnWBn3Ip6pwr9fvhhXslugtMypcSFkTG7t0trs=
lrvDjdEjW4En0YO1qxMsu7Vl/JBZZ64ahkBK25Pr/bk=

${checkpoint}`
    const parsed = parseTlogProof(file)
    expect(formatTlogProof(parsed)).toBe(file)
    const [, entry = new Uint8Array()] = entries
    const proven = verifyTlogProof(parsed, entry, [ed25519Verifier(vkey, verifyEd25519)])
    expect(proven.checkpoint).toEqual({ origin: name, size: 3, root: fromHex(root) })
  })

  it('proves entry 1 with the two hashes of the example', () => {
    const stored = new Map<string, Uint8Array>()
    const key = ({ level, index }: Subtree) => `${level}/${index}`
    append(EMPTY_TREE, leaves, { onComplete: (subtree, hash) => stored.set(key(subtree), hash) })
    const proof = assembleProof(planInclusion(1, 3), (subtree) => {
      const hash = stored.get(key(subtree))
      if (!hash) throw new Error(`no subtree ${key(subtree)}`)
      return hash
    })
    expect(proof.map(toBase64)).toEqual([
      '+sXo+CnWBn3Ip6pwr9fvhhXslugtMypcSFkTG7t0trs=',
      'lrvDjdEjW4En0YO1qxMsu7Vl/JBZZ64ahkBK25Pr/bk=',
    ])
    const [, leaf = new Uint8Array()] = leaves
    expect(verifyInclusion({ leaf, index: 1, size: 3, proof, root: fromHex(root) })).toBe(true)
  })

  it('hashes a node over its two children, 65 bytes in all', () => {
    const [left = new Uint8Array(), right = new Uint8Array()] = leaves
    expect(toBase64(nodeHash(left, right))).toBe('O5ctfu5gLD+Z3WN8Povy4IDk8xIOFiFLb/1Fw7Zcg8w=')
    expect(toHex(fromBase64('eGh2GQcH5s2QvcZXmqp6aX+yoVzvaIKP0c5CqtfAuLY='))).toBe(root)
    expect(concat(left, right).length).toBe(64)
  })
})
