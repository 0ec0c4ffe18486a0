import 'server-only'
import { defineCommand } from '@/lib/cli/command'
import { FormatError } from '@/lib/release-format/format-error'
import { apply, type ApplyView } from '@/lib/releases/apply'
import { invalid } from '@/lib/errors'

export const command = defineCommand({
  name: 'apply',
  summary: 'Write the filtered copy of files, as a release says',
  positionals: ['release', 'files...'],
  options: {
    out: { type: 'string', value: 'DIR', required: true, help: 'folder for the copy and its receipt' },
    'text-field': {
      type: 'string',
      value: 'NAME',
      multiple: true,
      help: 'content field of these files, in the order of the release, when it has another name there',
    },
    'id-field': {
      type: 'string',
      value: 'NAME',
      help: 'field with the ids of the base, when it has another name',
    },
    'ignore-ids': { type: 'boolean', help: 'tell rows apart by their text alone' },
  },
  database: false,
  run: async ({ path, note, signal }, { at, positionals, values }) => {
    const release = at('release')
    try {
      const view = await apply({
        release: /^https?:\/\//i.test(release) ? release : path(release),
        files: positionals.slice(1).map(path),
        out: path(values.out),
        textFields: values['text-field'],
        idField: values['id-field'],
        ignoreIds: values['ignore-ids'],
        signal,
        note,
      })
      return { view, text: sentence(view, values.out) }
    } catch (error) {
      if (error instanceof FormatError)
        throw invalid(`The release is not valid. ${error.message}. Nothing was written.`)
      throw error
    }
  },
})

function sentence({ release, rows, files }: ApplyView, out: string): string {
  const ways = [...new Set(files.map(({ way }) => way))].join(' and ')
  return [
    `Applied ${release.dataset} ${release.version} by ${ways}: ${rows.in} rows in,`,
    `${rows.untouched} untouched, ${rows.redacted} redacted, ${rows.removed} removed, ${rows.restricted} restricted.`,
    `The copy is in ${out}.`,
  ].join(' ')
}
