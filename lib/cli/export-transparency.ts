import 'server-only'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { defineCommand } from '@/lib/cli/command'
import { tableCsv } from '@/lib/metrics/table'
import { EU_PARTS, partCsv, partFile } from '@/lib/transparency/eu-parts'
import { reportJson, transparencyReport } from '@/lib/transparency/report'
import { transparencyQuery, transparencyScope } from '@/lib/transparency/scope'
import { REPORT_TABLES } from '@/lib/transparency/table'

export const command = defineCommand({
  name: 'export transparency',
  summary:
    'Write the transparency report of a period: JSON, a CSV for each table and for each part of the EU template',
  positionals: ['folder'],
  options: {
    dataset: { type: 'string', value: 'SLUG', help: 'of this dataset only' },
    period: { type: 'string', value: '2026-H1', help: 'a half-year or a month; this half-year unless given' },
  },
  database: true,
  run: async ({ path }, { at, values }) => {
    const scope = await transparencyScope(transparencyQuery.parse(values))
    const report = await transparencyReport(scope)
    const folder = path(at('folder'))
    await mkdir(folder, { recursive: true })
    const files: [name: string, body: string][] = [
      ['report.json', `${JSON.stringify(reportJson(scope, report), null, 2)}\n`],
      ...REPORT_TABLES.map((id): [string, string] => [`${id}.csv`, tableCsv(report[id])]),
    ]
    for (const part of EU_PARTS) files.push([partFile(part), await partCsv(scope, part)])
    for (const [name, body] of files) await writeFile(join(folder, name), body)
    return {
      view: {
        period: scope.period.id,
        dataset: scope.dataset?.slug ?? null,
        files: files.map(([name]) => name),
      },
      text: `${files.length} files about ${scope.period.id}`,
    }
  },
})
