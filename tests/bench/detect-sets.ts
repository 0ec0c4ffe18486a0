import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { codePointLength } from '@/lib/text/code-points'

export type GoldSpan = { type: string; start: number; end: number }

/** One text with what people or its generator say is in it. `marks` are answers about the whole text. */
export type Sample = {
  id: string
  field?: string
  text: string
  spans: GoldSpan[]
  marks: Record<string, boolean>
}

type Span = { start: number; end: number; type: string }

/** Each set of the data folder as samples. Offsets of all of them are code points, as published. */
export const SETS: Record<string, (folder: string) => Sample[]> = {
  'presidio-synth-v2': (folder) => {
    type Row = {
      full_text: string
      spans: { entity_type: string; start_position: number; end_position: number }[]
    }
    const rows = JSON.parse(readFileSync(path.join(folder, 'synth_dataset_v2.json'), 'utf8')) as Row[]
    return rows.map((row, i) => ({
      id: String(i),
      text: row.full_text,
      spans: row.spans.map((span) => ({
        type: span.entity_type,
        start: span.start_position,
        end: span.end_position,
      })),
      marks: {},
    }))
  },
  'pii-anon-legal': (folder) => spanned(path.join(folder, 'legal.jsonl.gz')),
  'meddocan-es': (folder) => spanned(path.join(folder, 'dev.jsonl.gz')),
  'kylo-userdata': (folder) => {
    const file = readdirSync(folder).find((name) => name.endsWith('.csv')) ?? 'userdata1.csv'
    return csv(readFileSync(path.join(folder, file), 'utf8')).flatMap((row, i) =>
      ['email', 'cc'].flatMap((column) => {
        const text = row[column] ?? ''
        return [
          {
            id: `${i}/${column}`,
            text,
            spans: text === '' ? [] : [whole(column, text)],
            marks: {},
            field: column,
          },
        ]
      }),
    )
  },
  'noseyparker-secrets': (folder) =>
    jsonLines<{ id: string; rule: string; polarity: string; text: string }>(
      path.join(folder, 'examples.jsonl.gz'),
    ).map((row) => ({
      id: `${row.id} ${row.rule}`,
      text: row.text,
      spans: [],
      marks: { secret: row.polarity === 'positive', identifier: IDENTIFIERS.test(row.rule) },
    })),
  'scancode-copyrights': (folder) =>
    jsonLines<{ id: string; text: string; copyrights: string[] }>(path.join(folder, 'cases.jsonl.gz')).map(
      (row) => ({
        id: row.id,
        text: row.text,
        spans: [],
        marks: { copyright: row.copyrights.length > 0 },
      }),
    ),
  'license-texts': (folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.txt'))
      .map((name) => ({
        id: name,
        text: readFileSync(path.join(folder, name), 'utf8'),
        spans: [],
        marks: { licence: true },
      })),
  'davidson-tweets': (folder) =>
    csv(readFileSync(path.join(folder, 'labeled_data.csv'), 'utf8')).map((row, i) => ({
      id: String(i),
      text: row.tweet ?? '',
      spans: [],
      marks: { offensive: row.class !== '2', hateful: row.class === '0' },
    })),
  'surge-toxicity': (folder) =>
    csv(readFileSync(path.join(folder, 'toxicity_en.csv'), 'utf8')).map((row, i) => ({
      id: String(i),
      text: row.text ?? '',
      spans: [],
      marks: { toxic: row.is_toxic === 'Toxic' },
    })),
}

/** Rules of that set which describe public names, not credentials. */
const IDENTIFIERS =
  /Bucket|Resource Name|Account ID|Client ID|public key|Shopify Domain|React App Username|Public A|Reporter ID/i

function spanned(file: string): Sample[] {
  return jsonLines<{ id: string; text: string; spans: Span[] }>(file).map((row) => ({ ...row, marks: {} }))
}

const whole = (type: string, text: string): GoldSpan => ({ type, start: 0, end: codePointLength(text) })

function jsonLines<Row>(file: string): Row[] {
  const text = gunzipSync(readFileSync(file)).toString('utf8')
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Row)
}

/** RFC 4180 with quoted line breaks; the first record names the columns. */
function csv(text: string): Record<string, string>[] {
  const records: string[][] = [[]]
  let cell = ''
  let quoted = false
  for (let i = 0; i < text.length; i++) {
    const unit = text.charAt(i)
    if (quoted) {
      if (unit !== '"') cell += unit
      else if (text.charAt(i + 1) === '"') cell += text.charAt(++i)
      else quoted = false
    } else if (unit === '"') quoted = true
    else if (unit === ',' || unit === '\n') {
      records.at(-1)?.push(cell.replace(/\r$/, ''))
      cell = ''
      if (unit === '\n') records.push([])
    } else cell += unit
  }
  if (cell !== '') records.at(-1)?.push(cell)
  const [header = [], ...rows] = records.filter((record) => record.length > 1)
  return rows.map((row) => Object.fromEntries(header.map((name, i) => [name, row[i] ?? ''])))
}
