import 'server-only'
import { system } from '@/lib/auth/load-actor'
import { defineCommand } from '@/lib/cli/command'
import { progressBar } from '@/lib/cli/progress-bar'
import { importRevision, type ImportView } from '@/lib/datasets/import-revision'
import { datasetBySlug } from '@/lib/datasets/queries'
import { findSources } from '@/lib/datasets/stage-files'
import { formatCount } from '@/lib/format'
import { importHooks } from '@/lib/jobs/import-hooks'

export const command = defineCommand({
  name: 'import',
  summary:
    'Import files as one revision: JSONL, CSV, TSV, gzipped or not, and Parquet; files, folders, web addresses',
  positionals: ['slug', 'paths...'],
  options: {
    'text-field': {
      type: 'string',
      multiple: true,
      value: 'FIELD',
      help: 'Content field with text; repeat for several. First import only',
    },
    'url-field': {
      type: 'string',
      multiple: true,
      value: 'FIELD',
      help: 'Content field with an address. First import only',
    },
    'media-hash-field': {
      type: 'string',
      value: 'FIELD',
      help: 'Content field with a media hash. First import only',
    },
    'id-field': { type: 'string', value: 'FIELD', help: 'Field with the id of a row at its source' },
    'author-field': { type: 'string', value: 'FIELD', help: 'Field with the author of a row' },
    'language-field': { type: 'string', value: 'FIELD', help: 'Field with the language of a row' },
    revision: { type: 'string', value: 'LABEL', help: 'Label of the revision, like 2024-05' },
  },
  database: true,
  run: async ({ path, note, signal }, { at, positionals, values }) => {
    const { id: datasetId, slug } = await datasetBySlug(at('slug'))
    const words = positionals.slice(1).map((word) => (/^https?:\/\//i.test(word) ? word : path(word)))
    const { sources, skipped } = await findSources(words)
    for (const name of skipped) note(`Not a data file, left out: ${name}`)
    const bar = progressBar(process.stderr, 'importing')
    try {
      const view = await importRevision(
        system('cli'),
        {
          datasetId,
          sources,
          label: values.revision,
          wishes: {
            text: values['text-field'],
            url: values['url-field'],
            mediaHash: values['media-hash-field'],
            id: values['id-field'],
            author: values['author-field'],
            language: values['language-field'],
          },
        },
        { ...(await importHooks(datasetId)), onProgress: bar.show, signal },
      )
      return { view: { dataset: slug, ...view }, text: sentence(slug, view) }
    } finally {
      bar.end()
    }
  },
})

function sentence(slug: string, view: ImportView): string {
  if (view.unchanged)
    return `These files are revision ${view.revision} of ${slug} already; nothing was imported again.`
  const lines = [
    `Revision ${view.revision} of ${slug}: ${formatCount(view.rows.good)} rows, ${formatCount(view.rows.bad)} quarantined.`,
    `${formatCount(view.flags)} flags in ${formatCount(view.flagged)} rows; ${formatCount(view.unscanned)} not scanned to the end.`,
  ]
  if (view.rowsNew !== null)
    lines.push(
      `Against the revision before: ${formatCount(view.rowsNew)} rows new, ${formatCount(view.rowsGone ?? 0)} gone; ${formatCount(view.decisionsCarried ?? 0)} decisions carried over.`,
    )
  return lines.join('\n')
}
