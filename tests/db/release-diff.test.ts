import { describe, expect, it } from 'vitest'
import { DIFF_FORMAT, type Diff } from '@/lib/release-format/diff'
import { canonicalJson } from '@/lib/tlog/canonical-json'
import { diffResponse } from '@/lib/releases/download'
import { testDatabase } from '../support/database'
import { importFiles, writeFiles } from '../support/datasets'
import { addressed, addressSpan, publishTo, publishWorld, rule, SHARDS, type Ruling } from './publish-world'

testDatabase()

async function diffText(slug: string, version: string): Promise<string> {
  return (await diffResponse(new Request('http://x/'), slug, version)).text()
}
const placeOf = (text: string) => {
  const shard = SHARDS.find(({ rows }) => rows.some((row) => row.text === text))
  return { file: shard?.name ?? '', row: shard?.rows.findIndex((row) => row.text === text) ?? -1 }
}

describe.each(['full', 'kept-only'] as const)('the difference between two releases at %s', (disclosure) => {
  it('tells which rows were left out, masked, unmasked and restored, and nothing that the manifests do not', async () => {
    const slug = `diff-${disclosure}`
    const world = await publishWorld(slug, disclosure)
    const [gone, masked, back, bare, more] = addressed().map(({ text }) => text)
    if (!gone || !masked || !back || !bare || !more) throw new Error('five texts')
    const remove = (text: string): Ruling => ({ text, action: 'remove', reason: 'pii.profile' })
    const mask = (text: string): Ruling => ({
      text,
      action: 'redact',
      reason: 'pii.contact',
      spans: addressSpan(text),
    })
    const keep = (text: string): Ruling => ({ text, action: 'keep', reason: 'pii.example' })
    for (const ruling of [remove(back), mask(bare), mask(more)]) await rule(world, ruling)
    const { view: first } = await publishTo(world)
    await expect(diffText(slug, first.version)).rejects.toMatchObject({ code: 'not_found' })

    const wider = addressSpan(more).map((span) => ({ ...span, start: span.start - 1 }))
    for (const ruling of [
      remove(gone),
      mask(masked),
      keep(back),
      keep(bare),
      { ...mask(more), spans: wider },
    ])
      await rule(world, ruling)
    const { view: second, release } = await publishTo(world)
    const text = await diffText(slug, second.version)
    const diff: Diff = JSON.parse(text)
    expect(canonicalJson(diff)).toBe(text)
    expect(diff).toMatchObject({
      format: DIFF_FORMAT,
      from: { version: first.version, sha256: first.digest },
      to: { version: second.version, sha256: second.digest },
      base: { added: [], gone: [], same: 2 },
      rows: { left_out: 1, masked: 2, unmasked: 1, restored: 1 },
    })
    for (const [change, texts] of Object.entries({
      left_out: [gone],
      masked: [masked, more],
      unmasked: [bare],
      restored: [back],
    }))
      for (const { file, row } of texts.map(placeOf)) {
        const changes = diff.files.find((entry) => entry.file === file)
        const runs = (changes as Record<string, unknown> | undefined)?.[change] as {
          first: number
          last: number
        }[]
        expect(
          runs.some(({ first, last }) => first <= row && row <= last),
          `${change} of row ${row}`,
        ).toBe(true)
      }
    expect(text).not.toMatch(/pii|contact|reason|withheld/)
    // Made from the release, not a part of it.
    expect(release.files.map(({ path }) => path)).not.toContain('diff.json')
  })
})

describe('the difference between two bases', () => {
  it('compares rows only where the files are the same, and names the others', async () => {
    const world = await publishWorld('diff-base')
    await publishTo(world)
    const [kept = ''] = world.files
    const [added = ''] = writeFiles({ 'new.jsonl': '{"id": "1", "text": "A new row"}\n' })
    await importFiles(world.datasetId, [kept, added])
    const { view } = await publishTo(world)
    expect(JSON.parse(await diffText('diff-base', view.version))).toMatchObject({
      base: { added: ['new.jsonl'], gone: ['a.csv'], same: 1 },
      rows: { left_out: 0, masked: 0, unmasked: 0, restored: 0 },
      files: [],
    })
  })
})
