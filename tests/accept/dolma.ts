import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { itemDigest } from '@/lib/datasets/digest'
import { fold } from '@/lib/release-format/fold'
import { mergeSpans, redactText } from '@/lib/release-format/spans'
import { apply } from '@/lib/releases/apply'
import { buildRelease, sha256, writeRelease } from '@/tests/support/release'

type Doc = { id: string; text: string; metadata: { length: number } }
type Spans = [start: number, end: number, score: number][]
type Attributes = { attributes: Record<string, unknown> }

/** Dolma's own fixtures: what its filter and its span replacement are expected to write, from our decisions and our masking. */
export async function run(dataFolder: string) {
  const folder = path.join(dataFolder, 'dolma-fixtures/data')
  const file = path.join(folder, 'provided/documents/000.json.gz')
  const docs = linesOf<Doc>(file)
  const attributes = (set: string) =>
    linesOf<Attributes>(path.join(folder, `provided/attributes/${set}/000.json.gz`))
  const expected = (name: string) => linesOf<Doc>(path.join(folder, `expected/${name}.json.gz`)).map(textOf)
  const [pii, toxicity, paragraphs] = ['pii', 'toxicity', 'duplicate_paragraphs'].map(attributes)
  const notes: string[] = []
  let passed = 0
  let failed = 0
  const compare = (what: string, ours: unknown[], theirs: unknown[]) => {
    const same = ours.filter((one, i) => JSON.stringify(one) === JSON.stringify(theirs[i])).length
    const good = same === theirs.length && ours.length === theirs.length && theirs.length > 0
    if (good) passed += 1
    else failed += 1
    notes.push(`${what}: ${same} of ${theirs.length} as expected`)
  }

  const excluded = docs.map((doc, i) => {
    const { too_much_pii: tooMuch } = Object(pii?.[i]?.attributes.pii ?? {})
    const toxic = Number(toxicity?.[i]?.attributes.toxicity ?? 0)
    const { length } = doc.metadata
    return !(length < 10_000) || length < 500 || tooMuch === true || toxic > 0.8
  })
  compare('mixer: documents kept by decisions', await filtered(file, docs, excluded), expected('mixer'))

  const masked = docs.map((doc, i) => {
    const { email = [], company_name: company = [] } = Object(pii?.[i]?.attributes.pii ?? {})
    const points = Array.from(doc.text)
    const wrap = (spans: Spans, replacement: (text: string) => string) =>
      spans.flatMap(([start, end, score]) =>
        score >= 0.5
          ? [{ field: 'text', start, end, replacement: replacement(points.slice(start, end).join('')) }]
          : [],
      )
    const spans = [...wrap(email, (text) => `[B-EMAIL]${text}[E-EMAIL]`), ...wrap(company, () => '')]
    return {
      id: doc.id,
      text: redactText(
        doc.text,
        spans.sort((a, b) => a.start - b.start),
      ),
    }
  })
  compare('email-spans: texts with spans replaced', masked, expected('email-spans'))

  const without = docs.map((doc, i) => {
    const spans = Object(paragraphs?.[i]?.attributes ?? {}).bff_duplicate_paragraph_spans ?? []
    const gone = (spans as Spans).flatMap(([start, end, score]) =>
      score >= 0.5 && end > start ? [{ field: 'text', start, end }] : [],
    )
    const merged = mergeSpans(gone).map((span) => ({ ...span, replacement: '' }))
    return { id: doc.id, text: redactText(doc.text, merged) }
  })
  compare('remove-paragraphs: texts with spans deleted', without, expected('remove-paragraphs'))
  return { name: 'dolma', passed, failed, notes }
}

/** A release that removes the excluded documents, applied to the very file. */
async function filtered(file: string, docs: readonly Doc[], excluded: readonly boolean[]) {
  const root = mkdtempSync(path.join(tmpdir(), 'winnow-accept-dolma-'))
  try {
    const bytes = readFileSync(file)
    const base = {
      path: '000.json.gz',
      sha256: sha256(bytes),
      bytes: bytes.length,
      format: 'jsonl.gz',
      rows: docs.length,
    }
    const rows = docs.map(({ id, text }, row) => ({
      file: base.path,
      row,
      id,
      digest: itemDigest([text]).toString('hex'),
      outcome: excluded[row]
        ? fold([{ action: 'remove', spans: [], category: 'other', reason: 'filter', label: null }])
        : null,
    }))
    const release = writeRelease(
      path.join(root, 'release'),
      buildRelease({ files: [base], rows, contentFields: ['text'], idField: 'id', disclosure: 'rows' }),
    )
    const out = path.join(root, 'out')
    await apply({ release, files: [file], out })
    return linesOf<Doc>(path.join(out, '000.json.gz')).map(textOf)
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

const textOf = ({ id, text }: Doc) => ({ id, text })

function linesOf<T>(file: string): T[] {
  const lines = gunzipSync(readFileSync(file)).toString('utf8').split('\n').filter(Boolean)
  return lines.map((line): T => JSON.parse(line))
}
