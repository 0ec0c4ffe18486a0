import { existsSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { scanItem } from '@/lib/detection/scan'
import { sliceCodePoints } from '@/lib/text/code-points'
import { SETS, type Sample } from './detect-sets'

/**
 * `npm run bench:detect -- <data folder> [--errors <task>]`: precision and recall of the built-in detectors on public
 * data, beside the best figure published for comparable work. The data is not in the repository; sets that are not in
 * the folder are named and left out.
 *
 * How things are counted. `span` tasks: a finding is right when it overlaps a gold span of the type by at least one
 * character, and a gold span is found when any finding overlaps it. `item` tasks: a text counts once. No threshold is
 * applied to scores. Nothing of the data is used to train or configure anything.
 */
type Task = {
  name: string
  set: string
  /** Gold spans of these types, or the mark that says yes for the whole text. */
  gold: { spans: readonly string[] } | { mark: string; skip?: string }
  /** Finding types (or a category, for `item`) that answer. */
  found: readonly string[]
  floor?: { precision: number; recall: number; of: string }
}

const CLOSE = { precision: 0.98, recall: 0.98, of: 'our goal' }
const PRESIDIO = { precision: 0.685, recall: 0.603, of: 'Presidio default, all types' }
const BIGCODE_KEY = { precision: 0.783, recall: 0.529, of: 'BigCode, keys in code' }

const TASKS: readonly Task[] = [
  ...[
    'email presidio-synth-v2 EMAIL_ADDRESS',
    'email pii-anon-legal EMAIL_ADDRESS',
    'email meddocan-es CORREO_ELECTRONICO',
    'email kylo-userdata email',
  ].map((line) => spanTask(line, ['email'], CLOSE)),
  ...['card presidio-synth-v2 CREDIT_CARD', 'card kylo-userdata cc'].map((line) =>
    spanTask(line, ['credit-card'], CLOSE),
  ),
  spanTask('iban presidio-synth-v2 IBAN_CODE', ['iban'], CLOSE),
  ...[
    'phone presidio-synth-v2 PHONE_NUMBER',
    'phone pii-anon-legal PHONE_NUMBER',
    'phone meddocan-es NUMERO_TELEFONO,NUMERO_FAX',
  ].map((line) => spanTask(line, ['phone'], PRESIDIO)),
  spanTask('ip presidio-synth-v2 IP_ADDRESS', ['ipv4', 'ipv6'], {
    precision: 0.804,
    recall: 0.828,
    of: 'BigCode, IP in code',
  }),
  ...['us-ssn presidio-synth-v2 US_SSN', 'us-ssn pii-anon-legal SOCIAL_SECURITY_NUMBER'].map((line) =>
    spanTask(line, ['us-ssn'], PRESIDIO),
  ),
  {
    name: 'secrets',
    set: 'noseyparker-secrets',
    gold: { mark: 'secret', skip: 'identifier' },
    found: ['secrets'],
    floor: BIGCODE_KEY,
  },
  {
    name: 'secrets, all rules',
    set: 'noseyparker-secrets',
    gold: { mark: 'secret' },
    found: ['secrets'],
    floor: BIGCODE_KEY,
  },
  { name: 'copyright', set: 'scancode-copyrights', gold: { mark: 'copyright' }, found: ['copyright-notice'] },
  { name: 'licence', set: 'license-texts', gold: { mark: 'licence' }, found: ['licence'] },
  { name: 'licence, none in it', set: 'davidson-tweets', gold: { mark: 'licence' }, found: ['licence'] },
  { name: 'slur or abuse', set: 'davidson-tweets', gold: { mark: 'offensive' }, found: ['slur', 'abuse'] },
  { name: 'slur (hate only)', set: 'davidson-tweets', gold: { mark: 'hateful' }, found: ['slur'] },
  { name: 'slur or abuse', set: 'surge-toxicity', gold: { mark: 'toxic' }, found: ['slur', 'abuse'] },
]

function spanTask(line: string, found: string[], floor: Task['floor']): Task {
  const [name = '', set = '', types = ''] = line.split(' ')
  return { name, set, gold: { spans: types.split(',') }, found, floor }
}

type Count = { right: number; wrong: number; gold: number; goldFound: number }

function measure(
  task: Task,
  samples: readonly Sample[],
  report: (kind: string, sample: Sample, text: string) => void,
): Count {
  const count = { right: 0, wrong: 0, gold: 0, goldFound: 0 }
  for (const sample of samples) {
    if ('mark' in task.gold && task.gold.skip && sample.marks[task.gold.skip]) continue
    const findings = scanItem({ [sample.field ?? 'text']: sample.text }).findings.filter(
      ({ type, category }) => task.found.includes(type) || task.found.includes(category),
    )
    const spans = findings.flatMap((finding) => finding.spans)
    if ('mark' in task.gold) {
      const yes = sample.marks[task.gold.mark] === true
      count.gold += yes ? 1 : 0
      if (spans.length > 0) count[yes ? 'right' : 'wrong'] += 1
      if (yes && spans.length > 0) count.goldFound += 1
      if (yes !== spans.length > 0)
        report(
          yes ? 'missed' : 'false',
          sample,
          yes ? sample.text : spans.map((span) => around(sample.text, span)).join(' || '),
        )
      continue
    }
    const wanted = task.gold.spans
    const gold = sample.spans.filter((span) => wanted.includes(span.type))
    const overlaps = (a: { start: number; end: number }, b: { start: number; end: number }) =>
      a.start < b.end && b.start < a.end
    count.gold += gold.length
    for (const span of spans) {
      const right = gold.some((other) => overlaps(span, other))
      count[right ? 'right' : 'wrong'] += 1
      if (!right) report('false', sample, around(sample.text, span))
    }
    for (const span of gold) {
      const found = spans.some((other) => overlaps(span, other))
      if (found) count.goldFound += 1
      else report('missed', sample, around(sample.text, span))
    }
  }
  return count
}

function around(text: string, { start, end }: { start: number; end: number }): string {
  return `${sliceCodePoints(text, Math.max(0, start - 40), start)}[[${sliceCodePoints(text, start, end)}]]${sliceCodePoints(text, end, end + 20)}`
}

function main(): number {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { errors: { type: 'string' } },
  })
  const [folder] = positionals
  if (!folder) {
    console.error('Say where the data is: npm run bench:detect -- <data folder> [--errors <task>]')
    return 1
  }
  const loaded = new Map<string, Sample[]>()
  const absent = new Set<string>()
  const rows = [['task', 'set', 'gold', 'TP', 'FP', 'FN', 'P', 'R', 'to beat']]
  for (const task of TASKS) {
    const at = path.join(folder, task.set)
    if (!existsSync(at)) {
      absent.add(task.set)
      continue
    }
    const samples = loaded.get(task.set) ?? SETS[task.set]?.(at) ?? []
    loaded.set(task.set, samples)
    const shown = values.errors === task.name
    const count = measure(task, samples, (kind, sample, text) => {
      if (shown) console.error(`${kind}\t${task.set}\t${sample.id}\t${JSON.stringify(text.slice(0, 300))}`)
    })
    const { floor } = task
    const share = (part: number, rest: number) =>
      part + rest === 0 ? '   –' : (part / (part + rest)).toFixed(3)
    const beat = floor ? `${floor.precision} ${floor.recall} (${floor.of})` : ''
    rows.push(
      [
        task.name,
        task.set,
        count.gold,
        count.right,
        count.wrong,
        count.gold - count.goldFound,
        share(count.right, count.wrong),
        share(count.goldFound, count.gold - count.goldFound),
        beat,
      ].map(String),
    )
  }
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? []
  for (const row of rows)
    console.log(
      row
        .map((cell, i) => (i < 2 || i === 8 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
  if (absent.size > 0) console.error(`Not in ${folder}: ${[...absent].join(', ')}`)
  return rows.length > 1 ? 0 : 1
}

process.exitCode = main()
