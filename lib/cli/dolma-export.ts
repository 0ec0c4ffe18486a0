import 'server-only'
import { basename } from 'node:path'
import { defineCommand } from '@/lib/cli/command'
import { invalid } from '@/lib/errors'
import { FormatError } from '@/lib/release-format/format-error'
import { exportDolma } from '@/lib/releases/export-dolma'

export const command = defineCommand({
  name: 'dolma export',
  summary: 'Write the decisions of a release as Dolma attributes, with a mixer configuration',
  positionals: ['release', 'folder'],
  options: {},
  database: false,
  run: async ({ path, note, signal }, { at }) => {
    const release = at('release')
    const folder = path(at('folder'))
    try {
      const view = await exportDolma(/^https?:\/\//i.test(release) ? release : path(release), folder, {
        signal,
        note,
      })
      const { set, rows, files, mixer } = view
      return {
        view,
        text: [
          `Attributes ${set} for ${rows.in} documents in ${files.length} files: ${rows.remove} to leave out, ${rows.redact} to mask.`,
          `Before mixing: winnow dolma check ${at('folder')} ${set}. Then, in the folder above it: dolma -c ${basename(folder)}/${mixer} mix`,
        ].join('\n'),
      }
    } catch (error) {
      if (error instanceof FormatError)
        throw invalid(`The release is not valid. ${error.message}. Nothing was written.`)
      throw error
    }
  },
})
