import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { CONVENIENCES_PATH } from '@/lib/release-format/conveniences'
import { labels, reasons } from '@/lib/release-format/lists'
import { exportParquet } from '@/lib/releases/export-parquet'
import { shardOf, worldOf } from '../support/copies'
import { listedRows, parquetRows } from '../support/lists'
import { buildRelease, sha256, writeRelease } from '../support/release'

/** A path that has to be quoted, and labels and reasons enough. */
const shards = [
  shardOf('a "b", c.jsonl', 200, 1, { kind: 'jsonl' }),
  shardOf('deep/b.csv', 80, 5, { kind: 'csv' }),
]

function laid() {
  const root = mkdtempSync(path.join(tmpdir(), 'winnow-parquet-lists-'))
  const files = buildRelease(worldOf(shards, { disclosure: 'full', newlyWithheld: 20 }))
  return {
    root,
    files,
    release: writeRelease(path.join(root, 'release'), files),
    out: path.join(root, 'out'),
  }
}

describe('the lists of a release as Parquet', () => {
  it('have the rows of the text, in its order, and are listed with what they were made from', async () => {
    const { files, release, out } = laid()
    const copies = await exportParquet(release, out)
    expect(copies.map(({ from }) => from.path).sort()).toEqual(
      [...files.keys()].filter((name) => name.startsWith('data/') && !/counts|openings/.test(name)).sort(),
    )
    for (const { path: name, from, rows, bytes, sha256: digest } of copies) {
      const text = Buffer.from(files.get(from.path) ?? '').toString()
      const listed = listedRows(from.path, text)
      expect(await parquetRows(path.join(out, name))).toEqual(listed)
      const written = readFileSync(path.join(out, name))
      expect({ rows, bytes, digest }).toEqual({
        rows: listed.length,
        bytes: written.length,
        digest: sha256(written),
      })
      expect(from.sha256).toBe(sha256(text))
    }
    for (const list of [labels, reasons])
      expect(copies.find(({ from }) => from.path === list.path)?.rows).toBeGreaterThan(20)
    const index = JSON.parse(readFileSync(path.join(out, CONVENIENCES_PATH), 'utf8'))
    expect(index).toEqual({
      format: 'winnow-conveniences/1',
      release: sha256(files.get('release.json') ?? ''),
      signed: false,
      files: copies,
    })
  })

  it('are not made of a release with a byte changed', async () => {
    const { root, release, out } = laid()
    const file = path.join(release, labels.path)
    writeFileSync(file, readFileSync(file, 'utf8').replace('seen', 'sean'))
    await expect(exportParquet(release, out)).rejects.toThrow(/data\/labels\.csv/)
    expect(readdirSync(root)).toEqual(['release'])
  })
})
