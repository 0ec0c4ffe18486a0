import 'server-only'
import { defineCommand } from '@/lib/cli/command'
import { datasetBySlug } from '@/lib/datasets/queries'
import { invalid } from '@/lib/errors'
import { eachFlag } from '@/lib/flags/queries'

/** Lines gathered before they are written: a system call each would be most of the time. */
const LINES = 500

export const command = defineCommand({
  name: 'flags',
  summary: 'Write every flag of a dataset, one JSON object per line',
  positionals: ['slug'],
  options: { format: { type: 'string', value: 'jsonl', default: 'jsonl', help: 'Only jsonl so far' } },
  database: true,
  run: async ({ write }, { at, values }) => {
    if (values.format !== 'jsonl') throw invalid(`Flags are written as jsonl, not as ${values.format}.`)
    const { id, slug } = await datasetBySlug(at('slug'))
    let lines: string[] = []
    let flags = 0
    for await (const flag of eachFlag(id)) {
      lines.push(`${JSON.stringify(flag)}\n`)
      flags++
      if (lines.length < LINES) continue
      await write(lines.join(''))
      lines = []
    }
    await write(lines.join(''))
    return { view: { dataset: slug, flags } }
  },
})
