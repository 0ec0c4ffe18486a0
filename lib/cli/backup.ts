import 'server-only'
import { defineCommand } from '@/lib/cli/command'
import { stepNotes } from '@/lib/cli/step-notes'
import { writeBackup } from '@/lib/backup/write-backup'
import { invalid } from '@/lib/errors'
import { formatBytes, formatCount } from '@/lib/format'

export const command = defineCommand({
  name: 'backup',
  summary: 'Write a backup while the product goes on working; the keys go to a file apart',
  positionals: [],
  options: {
    out: { type: 'string', value: 'DIR', help: 'folder to be made' },
    keys: { type: 'string', value: 'FILE', help: 'file for the keys; DIR.keys if left out' },
    'keys-only': { type: 'boolean', help: 'write the keys alone: do it after every erasure' },
  },
  database: true,
  run: async ({ path, note, signal }, { values }) => {
    const out = values.out === undefined ? null : path(values.out)
    if (out === null && !(values['keys-only'] && values.keys))
      throw invalid('Say where to: --out DIR, or --keys-only --keys FILE.')
    const keys = values.keys === undefined ? `${out}.keys` : path(values.keys)
    const view = await writeBackup({
      out: values['keys-only'] ? null : out,
      keys,
      onProgress: stepNotes(note),
      signal,
    })
    const folder =
      view.out === null
        ? []
        : [
            `${formatCount(view.rows)} rows and ${formatCount(view.blobs)} files (${formatBytes(view.bytes)}) are in ${view.out}, the log at ${formatCount(view.logSize)}.`,
          ]
    return {
      view,
      text: [
        ...folder,
        `${formatCount(view.keys)} keys are in ${view.keyFile}. Keep that file apart from the backups, and only the newest: an older one opens what was erased since.`,
      ].join('\n'),
    }
  },
})
