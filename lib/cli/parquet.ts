import 'server-only'
import { defineCommand } from '@/lib/cli/command'
import { invalid } from '@/lib/errors'
import { FormatError } from '@/lib/release-format/format-error'
import { exportParquet } from '@/lib/releases/export-parquet'

export const command = defineCommand({
  name: 'parquet',
  summary: 'Write the lists of a release as Parquet',
  positionals: ['release'],
  options: {
    out: { type: 'string', value: 'DIR', required: true, help: 'folder for the copies and the list of them' },
  },
  database: false,
  run: async ({ path, signal }, { at, values }) => {
    const release = at('release')
    try {
      const files = await exportParquet(
        /^https?:\/\//i.test(release) ? release : path(release),
        path(values.out),
        signal,
      )
      const lines = files.map(({ path: name, rows, from }) => `${name}: ${rows} rows, from ${from.path}`)
      return {
        view: { files },
        text: [...lines, 'No signature covers them: the lists under data/ are the release.'].join('\n'),
      }
    } catch (error) {
      if (error instanceof FormatError)
        throw invalid(`The release is not valid. ${error.message}. Nothing was written.`)
      throw error
    }
  },
})
